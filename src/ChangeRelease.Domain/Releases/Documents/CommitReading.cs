using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What reading a commit's message came to: a conventional commit, or everything that is wrong with it.</summary>
public sealed record CommitReading
{
    internal CommitReading(ConventionalCommit? value, ValueList<CommitFault> faults) => (Value, Faults) = (value, faults);

    /// <summary>The commit; null when there are faults.</summary>
    public ConventionalCommit? Value { get; }

    /// <summary>Everything that is wrong; empty when there is a commit.</summary>
    public ValueList<CommitFault> Faults { get; }
}
