"""A very small web framework."""
from .app import App
from .http import Request, Response

__all__ = ["App", "Request", "Response"]
