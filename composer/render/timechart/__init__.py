"""The Gantt chart, step by step: content, scale, place, draw. Its plugin is composer/render/gantt.py."""
