namespace ChangeRelease.Domain.Changes;

/// <summary>How far the work under a permit has come, as whoever does it reports.</summary>
public enum PermitProgress
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>It did what it should; the permit is used up.</summary>
    Finished,

    /// <summary>It did not do what it should; the permit is used up.</summary>
    Failed,
}
