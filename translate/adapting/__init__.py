"""Adapt a Marian checkpoint to a desk: fine-tuning on its own corrections, measured, then kept.

`job.adapt` is the whole way: clean and divide the pairs, train with replay against forgetting,
measure before and after, and write a checkpoint only when it is better.
"""
