namespace ChangeRelease.Domain.Changes;

/// <summary>How sure an interval is meant to be.</summary>
public enum Confidence
{
    /// <summary>90 percent; 1.645 standard errors to either side.</summary>
    Percent90,

    /// <summary>95 percent; 1.960 standard errors to either side.</summary>
    Percent95,

    /// <summary>99 percent; 2.576 standard errors to either side.</summary>
    Percent99,
}
