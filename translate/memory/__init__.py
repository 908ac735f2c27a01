"""Translation memory: what people wrote is used again, what the model decoded is not done twice.

One SQLite file. `Memory` keeps it; `Recall` is what a run asks of it; `learn` takes an edited page
back; `exchange` reads and writes TMX and tables.
"""
