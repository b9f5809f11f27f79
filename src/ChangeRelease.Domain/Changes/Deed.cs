using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What was done before anyone wrote it down: the content of a retrospective change.</summary>
/// <param name="What">What was done; empty when not known yet.</param>
/// <param name="When">When it was done; null when not known yet.</param>
/// <param name="By">Who did it; null when not known yet.</param>
public sealed record Deed(string What, Instant? When, ActorId? By)
{
    /// <summary>What was done; empty when not known yet. In Unicode normal form C.</summary>
    public string What { get; init => field = Text.Canonical(value, nameof(What)); } = Text.Canonical(What, nameof(What));

    /// <summary>When it was done, in whole microseconds; null when not known yet.</summary>
    public Instant? When { get; init => field = value?.ToMicroseconds(); } = When?.ToMicroseconds();
}
