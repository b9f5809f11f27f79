namespace ChangeRelease.Domain.Corpora;

/// <summary>One published case.</summary>
internal interface ICorpusCase
{
    string Id { get; }

    /// <summary>Whether implementations differ on it.</summary>
    bool IsContested { get; }

    string Question { get; }

    IReadOnlyList<string> Expected { get; }

    /// <summary>What the library says, as far as the case has an expectation.</summary>
    IReadOnlyList<string> Answer();
}
