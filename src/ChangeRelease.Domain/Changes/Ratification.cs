namespace ChangeRelease.Domain.Changes;

/// <summary>How a change that did not wait for authorization was judged afterwards.</summary>
public enum Ratification
{
    /// <summary>Approved afterwards.</summary>
    Ratified,

    /// <summary>Disapproved afterwards: it needs a reversal, or a recorded acceptance.</summary>
    Repudiated,
}
