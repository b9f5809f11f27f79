namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>How a call breaks.</summary>
internal enum BreakWay
{
    /// <summary>Nothing was done.</summary>
    Before,

    /// <summary>It was done, and its answer never came.</summary>
    After,

    /// <summary>The caller gave up as it began.</summary>
    Ending,
}
