"""Review of names that are alike: what is worth a person's judgement, and what comes of the judgements."""
