namespace ChangeRelease.Domain.Corpora;

/// <summary>The tables of sync window cases that are about times.</summary>
internal enum WindowTable
{
    /// <summary>All that are active.</summary>
    Active,

    /// <summary>The allowing ones that are not.</summary>
    InactiveAllows,

    /// <summary>Whether the only one is.</summary>
    SingleActive,
}
