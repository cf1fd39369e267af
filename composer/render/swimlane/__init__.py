"""The swimlane flowchart, step by step: content, card, grid, route, place, draw."""
