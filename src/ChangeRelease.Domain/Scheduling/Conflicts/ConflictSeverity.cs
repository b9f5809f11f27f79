namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a conflict does (S-50).</summary>
public enum ConflictSeverity
{
    /// <summary>It warns.</summary>
    Soft,

    /// <summary>It refuses.</summary>
    Hard,
}
