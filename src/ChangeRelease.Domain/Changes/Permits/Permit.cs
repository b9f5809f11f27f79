using System.Globalization;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What the start of a change lets happen: steps of this change, with this content, in this environment, begun within these instants.</summary>
/// <remarks>
/// <para>
/// Both ends are inside: a step may begin at <see cref="NotBefore"/> and at <see cref="NotAfter"/>, and not one microsecond before or after.
/// Not-after is the last instant to <em>begin</em>; how long a step that has begun may take is the affair of the slot. A permit is never
/// extended: later instants take another start.
/// </para>
/// <para>A permit proves nothing by itself. Whoever deploys has it checked against the change's stream, at the moment of acting.</para>
/// </remarks>
public sealed record Permit
{
    /// <summary>States a permit; whether one was issued that says this, only the change's stream tells.</summary>
    /// <param name="change">The change.</param>
    /// <param name="version">The version of the change's stream that the start was decided on; at least 1.</param>
    /// <param name="content">The digest of the material content that was approved.</param>
    /// <param name="environment">Where.</param>
    /// <param name="notBefore">The first instant at which a step may begin; truncated to microseconds.</param>
    /// <param name="notAfter">The last instant at which a step may begin; truncated to microseconds.</param>
    /// <param name="head">The hash of the record at that version.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="notAfter"/> is earlier than <paramref name="notBefore"/>.</exception>
    [JsonConstructor]
    public Permit(ChangeId change, long version, Digest content, EnvironmentId environment, Instant notBefore, Instant notAfter, Digest head)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(head);
        (Change, Version, Content, Environment, Head) = (change, version, content, environment, head);
        (NotBefore, NotAfter) = (notBefore.ToMicroseconds(), notAfter.ToMicroseconds());
        if (NotAfter < NotBefore)
        {
            throw new ArgumentException($"A permit that ends at {NotAfter.ToText()} cannot begin at {NotBefore.ToText()}.", nameof(notAfter));
        }
    }

    /// <summary>The change.</summary>
    public ChangeId Change { get; }

    /// <summary>The version of the change's stream that the start was decided on.</summary>
    public long Version { get; }

    /// <summary>The digest of the material content that was approved (S-23).</summary>
    public Digest Content { get; }

    /// <summary>Where.</summary>
    public EnvironmentId Environment { get; }

    /// <summary>The first instant at which a step may begin, in whole microseconds; itself inside.</summary>
    public Instant NotBefore { get; }

    /// <summary>The last instant at which a step may begin, in whole microseconds; itself inside.</summary>
    public Instant NotAfter { get; }

    /// <summary>The hash of the record at <see cref="Version"/>: through it the permit belongs to one history and to no other (S-70).</summary>
    public Digest Head { get; }

    /// <summary>The SHA-256 of <see cref="ToBytes"/>: what commands call the permit by.</summary>
    [JsonIgnore]
    public Digest Digest => Digest.Of(ToBytes());

    /// <summary>The canonical bytes, for signers: equal permits give equal bytes, and different ones never.</summary>
    /// <remarks>
    /// Frames, one after the other, each after the number of its bytes as an unsigned big-endian integer of 4 bytes: the text
    /// <c>change-release.permit.v1</c>; the change; the version (8 bytes); the content's digest (32 bytes); the environment; not-before
    /// and not-after (microseconds since 1970-01-01T00:00:00Z, 8 bytes each); the chain head (32 bytes). Numbers are signed and big-endian, text is UTF-8.
    /// </remarks>
    /// <returns>The bytes.</returns>
    public byte[] ToBytes() => PermitFrames.Write(this);

    /// <summary>What it permits, in a line.</summary>
    /// <returns>For example <c>CHG-7@12 in production from 2026-11-02T22:00:30Z to 2026-11-02T22:40:00Z</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Change}@{Version} in {Environment} from {NotBefore.ToText()} to {NotAfter.ToText()}");
}
