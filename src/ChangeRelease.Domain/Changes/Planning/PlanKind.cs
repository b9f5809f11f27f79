namespace ChangeRelease.Domain.Changes;

/// <summary>The three plans of a change.</summary>
public enum PlanKind
{
    /// <summary>How the change is made.</summary>
    Implementation,

    /// <summary>How it is tested, before and after.</summary>
    Test,

    /// <summary>How it is undone when it goes wrong: the remediation, or back-out, plan.</summary>
    Remediation,
}
