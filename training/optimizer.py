"""Muon for matrices, AdamW for the rest, on float32 copies of bfloat16 weights.

Muon orthogonalises the momentum of each matrix by Newton-Schulz steps (Jordan et al. 2024,
"Muon: An optimizer for hidden layers in neural networks"); on small translation models it needs
about half the tokens of AdamW alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch

from training.config import Plan

_MOMENTUM = 0.95
_BETAS = (0.9, 0.98)
#: Coefficients of the quintic iteration, from the reference implementation.
_QUINTIC = (3.4445, -4.7750, 2.0315)


def orthogonal(matrix: torch.Tensor, steps: int = 5) -> torch.Tensor:
    """Return a matrix of the same shape with singular values near 1, scaled for tall shapes."""
    a, b, c = _QUINTIC
    x = matrix.bfloat16()
    tall = x.shape[0] > x.shape[1]
    x = x.t() if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.t()
        x = a * x + (b * gram + c * gram @ gram) @ x
    x = x.t() if tall else x
    scale: float = max(1.0, matrix.shape[0] / matrix.shape[1]) ** 0.5
    return x.float() * scale


def is_matrix(name: str, weight: torch.Tensor) -> bool:
    """Whether a weight is a matrix of a layer: no embedding, and no bias of one row."""
    layer = "embed" not in name and "shared" not in name
    return layer and weight.dim() == 2 and weight.shape[0] > 1


class MuonAdamW:
    """Both optimisers over the trainable parameters of a model."""

    def __init__(self, model: Any, plan: Plan) -> None:
        self._plan = plan
        self._parameters = {
            name: parameter
            for name, parameter in model.named_parameters()
            if parameter.requires_grad
        }
        self._weights = {name: p.detach().float().clone() for name, p in self._parameters.items()}
        self._momentum = {
            name: torch.zeros_like(weight)
            for name, weight in self._weights.items()
            if is_matrix(name, weight)
        }
        self._moments = {
            name: (torch.zeros_like(weight), torch.zeros_like(weight))
            for name, weight in self._weights.items()
            if name not in self._momentum
        }
        self._updates = 0

    def step(self, gradients: Mapping[str, torch.Tensor], rate: float) -> None:
        """Take one update with float32 `gradients` by name, at the share `rate` of full speed."""
        self._updates += 1
        for name, parameter in self._parameters.items():
            change = self._matrix if name in self._momentum else self._other
            change(name, gradients[name], rate)
            parameter.data.copy_(self._weights[name])

    def state_dict(self) -> dict[str, Any]:
        """Return weights and moments; tensors are shared, not copied."""
        return {
            "updates": self._updates,
            "weights": self._weights,
            "momentum": self._momentum,
            "moments": self._moments,
        }

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Go on from `state`, weights included."""
        self._updates = state["updates"]
        for name, parameter in self._parameters.items():
            self._weights[name].copy_(state["weights"][name])
            parameter.data.copy_(self._weights[name])
        for name, momentum in self._momentum.items():
            momentum.copy_(state["momentum"][name])
        for name, moments in self._moments.items():
            for mine, theirs in zip(moments, state["moments"][name], strict=True):
                mine.copy_(theirs)

    def _matrix(self, name: str, gradient: torch.Tensor, rate: float) -> None:
        momentum = self._momentum[name]
        momentum.lerp_(gradient, 1 - _MOMENTUM)
        update = orthogonal(gradient.lerp(momentum, _MOMENTUM))  # Nesterov
        speed = self._plan.matrix_rate * rate
        self._weights[name].mul_(1 - speed * self._plan.weight_decay).add_(update, alpha=-speed)

    def _other(self, name: str, gradient: torch.Tensor, rate: float) -> None:
        first, second = self._moments[name]
        first.lerp_(gradient, 1 - _BETAS[0])
        second.lerp_(gradient * gradient, 1 - _BETAS[1])
        mean = first / (1 - _BETAS[0] ** self._updates)
        spread = (second / (1 - _BETAS[1] ** self._updates)).sqrt() + 1e-9
        self._weights[name].add_(mean / spread, alpha=-self._plan.other_rate * rate)
