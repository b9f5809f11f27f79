using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Where a package comes from, as its builder attests it; who handed it in stands in the event (S-9).</summary>
/// <param name="BuiltBy">The person or the service account that built it.</param>
/// <param name="Source">The source revision it was built from, for example a commit; not blank.</param>
/// <param name="At">When it was built; cut to the microsecond (S-73).</param>
/// <param name="Builder">What built it, for example a pipeline and its version; not blank.</param>
public sealed record Provenance(ActorId BuiltBy, string Source, Instant At, string Builder)
{
    /// <summary>The source revision it was built from, in Unicode normal form C; not blank.</summary>
    public string Source { get; init => field = Text.Canonical(value, nameof(Source)); } = Text.Canonical(Source, nameof(Source));

    /// <summary>When it was built; cut to the microsecond (S-73).</summary>
    public Instant At { get; init => field = value.ToMicroseconds(); } = At.ToMicroseconds();

    /// <summary>What built it, in Unicode normal form C; not blank.</summary>
    public string Builder { get; init => field = Text.Canonical(value, nameof(Builder)); } = Text.Canonical(Builder, nameof(Builder));
}
