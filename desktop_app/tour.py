"""Drives the real window through the whole main job and leaves a picture of each step."""
