using System.Globalization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.History;

/// <summary>Stands for everything that had happened in many streams, in one digest: small enough to be kept where nobody who writes to the store can reach it (S-70).</summary>
/// <remarks>
/// <para>Checkpoints are chained like records, so that the last one stands for those before it, too. The digest is the SHA-256 of these frames, in the manner of <see cref="EventRecord"/>:</para>
/// <list type="number">
/// <item><description>the text <c>change-release.checkpoint.v1</c></description></item>
/// <item><description>the number: a signed integer of 8 bytes</description></item>
/// <item><description>the instant: microseconds since 1970-01-01T00:00:00Z, a signed integer of 8 bytes (S-73)</description></item>
/// <item><description>how many streams: a signed integer of 8 bytes</description></item>
/// <item><description>the root: its 32 bytes</description></item>
/// <item><description>the digest of the checkpoint before it: its 32 bytes</description></item>
/// </list>
/// </remarks>
public sealed record Checkpoint
{
    private const string Name = "change-release.checkpoint.v1";

    /// <summary>A checkpoint as it was kept; <see cref="Of"/> takes a new one.</summary>
    /// <param name="number">Its place among the checkpoints; the first is 1.</param>
    /// <param name="at">When it was taken; truncated to whole microseconds (S-73).</param>
    /// <param name="streams">How many streams it stands for; zero or more.</param>
    /// <param name="root">The root of the tree over their heads.</param>
    /// <param name="previous">The digest of the checkpoint before it; <see cref="Foundation.Digest.Zero"/> for the first and for no other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="root"/> or <paramref name="previous"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1, or <paramref name="streams"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="previous"/> is zero where there is a checkpoint before, or not zero where there is none.</exception>
    public Checkpoint(long number, Instant at, long streams, Digest root, Digest previous)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(streams);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(previous);
        if ((number == 1) != (previous == Digest.Zero))
        {
            throw new ArgumentException("The first checkpoint, and no other, follows the digest of zeros.", nameof(previous));
        }

        (Number, At, Streams, Root, Previous) = (number, at.ToMicroseconds(), streams, root, previous);
        Digest = DigestOf(this);
    }

    /// <summary>Its place among the checkpoints; the first is 1.</summary>
    public long Number { get; }

    /// <summary>When it was taken, in whole microseconds.</summary>
    public Instant At { get; }

    /// <summary>How many streams it stands for.</summary>
    public long Streams { get; }

    /// <summary>The root of the tree over their heads; see <see cref="StreamHeads"/>.</summary>
    public Digest Root { get; }

    /// <summary>The digest of the checkpoint before it; zero for the first.</summary>
    public Digest Previous { get; }

    /// <summary>The digest of everything else here: who knows only this knows what the checkpoint must be.</summary>
    public Digest Digest { get; }

    /// <summary>Takes the next checkpoint.</summary>
    /// <param name="previous">The one before it; null for the first.</param>
    /// <param name="at">When; not before the one before it was taken, as which it is then taken to be (S-73).</param>
    /// <param name="heads">The heads of all streams.</param>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="heads"/> is null.</exception>
    public static Checkpoint Of(Checkpoint? previous, Instant at, StreamHeads heads)
    {
        ArgumentNullException.ThrowIfNull(heads);
        return new Checkpoint(
            (previous?.Number ?? 0) + 1, previous is null ? at : Instant.Max(at, previous.At), heads.All.Count, heads.Root, previous?.Digest ?? Digest.Zero);
    }

    /// <summary>Whether it is the next one after another.</summary>
    /// <param name="previous">The other; null asks whether it is a first one.</param>
    /// <returns>True when number, digest and time follow.</returns>
    public bool Follows(Checkpoint? previous) => previous is null
        ? Number == 1
        : Number == previous.Number + 1 && Previous == previous.Digest && At >= previous.At;

    /// <summary>The checkpoint for people.</summary>
    /// <returns>For example <c>Checkpoint 12 of 2026-11-02T14:00:00Z, 57 streams, 9c1185a5c5e9</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Checkpoint {Number} of {At.ToText()}, {Streams} streams, {Digest.Abbreviated}");

    private static Digest DigestOf(Checkpoint checkpoint)
    {
        var frames = new FrameWriter(new byte[FrameWriter.RoomFor(Name) + (3 * FrameWriter.RoomForNumber) + (2 * FrameWriter.RoomForDigest)]);
        frames.Text(Name);
        frames.Number(checkpoint.Number);
        frames.Instant(checkpoint.At);
        frames.Number(checkpoint.Streams);
        frames.Hash(checkpoint.Root);
        frames.Hash(checkpoint.Previous);
        return Digest.Of(frames.Written);
    }
}
