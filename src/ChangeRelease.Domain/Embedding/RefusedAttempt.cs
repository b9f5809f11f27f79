using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A command that a desk refused: what was attempted, by whom and when, and every reason for the "no" (S-3).</summary>
public sealed record RefusedAttempt
{
    private readonly KeptBytes _payload;

    /// <summary>An attempt; for desks, and for logs that read back what they keep.</summary>
    /// <param name="stream">The stream of the subject that it was attempted on.</param>
    /// <param name="version">The version of the stream that the answer holds for; 0 when there is no such subject.</param>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="causation">The command that it followed from; null when it followed from none.</param>
    /// <param name="type">What was attempted, as the name under which the payload is read back.</param>
    /// <param name="payload">The command as JSON in UTF-8, or nothing; it is copied.</param>
    /// <param name="refusals">Every reason for the "no".</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="causation"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is negative, or there is no refusal.</exception>
    public RefusedAttempt(StreamId stream, long version, Stamp stamp, CommandId? causation, string type, ReadOnlySpan<byte> payload, ValueList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentOutOfRangeException.ThrowIfZero(refusals.Count, nameof(refusals));
        (Stream, Version, Stamp, Causation, Type, _payload, Refusals) = (stream, version, stamp, causation, type, new KeptBytes(payload), refusals);
    }

    /// <summary>The stream of the subject that it was attempted on; a subject that does not exist has none, and would have this one.</summary>
    public StreamId Stream { get; }

    /// <summary>The version of the stream that the answer holds for; 0 when there is no such subject.</summary>
    public long Version { get; }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; }

    /// <summary>The command that it followed from; null when it followed from none.</summary>
    public CommandId? Causation { get; }

    /// <summary>What was attempted, as the name under which the payload is read back: <c>schedule-change</c>, for example.</summary>
    public string Type { get; }

    /// <summary>The command as JSON in UTF-8, as <c>ChangeJson</c> and its like read it; empty where it held what no JSON can say, as null where none may be.</summary>
    public ReadOnlyMemory<byte> Payload => _payload.Memory;

    /// <summary>Every reason for the "no"; at least one.</summary>
    public ValueList<Refusal> Refusals { get; }

    /// <summary>When it was attempted.</summary>
    public Instant At => Stamp.At;

    /// <summary>All of it as one JSON object without line breaks, for a file or a column.</summary>
    /// <returns>UTF-8: the stream and its version, the instant (ISO 8601), the actor, the ids, the type, the command as it was handed in or null where <see cref="Payload"/> is empty, and each refusal with its code, rule, explanation, facts, remedies, the earliest instant or null, and the codes it waits for.</returns>
    public byte[] ToJson() => AttemptJson.Write(this);

    /// <summary>What, on which stream, and the codes of the refusals, for people.</summary>
    /// <returns>For example <c>start-change on acme/change/CHG-7@6: change.start.too-early</c>.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Type} on {Stream}@{Version}: {string.Join(", ", Refusals.Select(refusal => refusal.Code))}");
}
