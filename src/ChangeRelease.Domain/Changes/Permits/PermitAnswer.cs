using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Whether a step may begin under a permit: yes, or every reason why not (S-3).</summary>
public sealed record PermitAnswer
{
    internal PermitAnswer(Permit? permit, Actor by, Instant at, long version, ValueList<Refusal> refusals) =>
        (Permit, By, At, Version, Refusals) = (permit, by, at, version, refusals);

    /// <summary>The permit; null when what was shown is none.</summary>
    public Permit? Permit { get; }

    /// <summary>Who asked.</summary>
    public Actor By { get; }

    /// <summary>For which instant.</summary>
    public Instant At { get; }

    /// <summary>The version of the change's stream that the answer holds for; 0 when there was no stream.</summary>
    public long Version { get; }

    /// <summary>Every reason for the "no"; empty when it may begin.</summary>
    public ValueList<Refusal> Refusals { get; }

    /// <summary>Whether a step may begin.</summary>
    public bool IsPermitted => Refusals.Count == 0;
}
