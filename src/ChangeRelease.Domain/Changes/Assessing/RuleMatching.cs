namespace ChangeRelease.Domain.Changes;

/// <summary>Which rows of a rule table speak.</summary>
public enum RuleMatching
{
    /// <summary>The first that matches, from the top.</summary>
    First,

    /// <summary>All that match; the highest wins, and each is kept.</summary>
    All,
}
