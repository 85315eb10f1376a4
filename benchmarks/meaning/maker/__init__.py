"""A maker of errors: good pairs spoilt by rule, or only said in other words."""
