namespace ChangeRelease.Domain.Changes;

/// <summary>How much, in four steps.</summary>
public enum Grade
{
    /// <summary>Hardly.</summary>
    Low,

    /// <summary>Noticeably.</summary>
    Medium,

    /// <summary>Much.</summary>
    High,

    /// <summary>As much as can be.</summary>
    Critical,
}
