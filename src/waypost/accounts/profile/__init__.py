"""The pages of the profile: what they show, and what may be entered there (PRO)."""
