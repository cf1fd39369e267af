"""What all drawings share: how wide text is, colours and marks, XML without styles or scripts."""
