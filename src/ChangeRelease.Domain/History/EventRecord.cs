using System.Globalization;
using System.Text.Unicode;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.History;

/// <summary>One thing that happened, as it is kept: where, when, by whom, as which command, and chained to what came before (S-70).</summary>
/// <remarks>
/// <para>
/// The hash is the SHA-256 of the frames below, one after the other. A frame is the number of its bytes, as an
/// unsigned integer of 8 bytes, followed by the bytes. Integers are big-endian, text is UTF-8 exactly as given
/// (never normalized), and because every frame says how long it is, no field can bleed into the next.
/// </para>
/// <list type="number">
/// <item><description>the text <c>change-release.event-record.v1</c></description></item>
/// <item><description>the stream's tenant</description></item>
/// <item><description>the stream's kind</description></item>
/// <item><description>the stream's key</description></item>
/// <item><description>the version: a signed integer of 8 bytes</description></item>
/// <item><description>the instant: microseconds since 1970-01-01T00:00:00Z, a signed integer of 8 bytes (S-73)</description></item>
/// <item><description>the actor</description></item>
/// <item><description>the command id</description></item>
/// <item><description>the causation: no bytes when there is none, which no command id has</description></item>
/// <item><description>the type</description></item>
/// <item><description>the payload</description></item>
/// <item><description>the predecessor's hash: its 32 bytes</description></item>
/// </list>
/// <para>Whether the actor was a service, and whose, is part of the payload.</para>
/// </remarks>
public sealed record EventRecord
{
    private readonly KeptBytes _payload;

    private EventRecord(
        StreamId stream,
        long version,
        Instant at,
        ActorId actor,
        CommandId command,
        CommandId? causation,
        string type,
        KeptBytes payload,
        Digest previousHash,
        Digest? hash)
    {
        (Stream, Version, At, Actor) = (stream, version, at.ToMicroseconds(), actor);
        (Command, Causation, Type, _payload) = (command, causation, type, payload);
        PreviousHash = previousHash;
        Hash = hash ?? RecordFraming.HashOf(this);
    }

    /// <summary>The stream that it belongs to.</summary>
    public StreamId Stream { get; }

    /// <summary>Its place in the stream; the first is 1.</summary>
    public long Version { get; }

    /// <summary>When it happened, in whole microseconds (S-73).</summary>
    public Instant At { get; }

    /// <summary>The account that acted (S-9).</summary>
    public ActorId Actor { get; }

    /// <summary>The command that it is an outcome of (S-5).</summary>
    public CommandId Command { get; }

    /// <summary>The command whose outcome led to this act; null when nothing in the history did.</summary>
    public CommandId? Causation { get; }

    /// <summary>What happened, as the name under which the payload is read back.</summary>
    public string Type { get; }

    /// <summary>The canonical bytes of the event, UTF-8, exactly as they were written (S-73).</summary>
    public ReadOnlyMemory<byte> Payload => _payload.Memory;

    /// <summary>The hash of the record before it; <see cref="Digest.Zero"/> for the first.</summary>
    public Digest PreviousHash { get; }

    /// <summary>The hash of everything else here; see the remarks of this type.</summary>
    public Digest Hash { get; }

    /// <summary>Whether the content still gives the hash.</summary>
    /// <remarks>A record that <see cref="Create"/> would not have made never does, whatever hash it carries.</remarks>
    internal bool MatchesHash => Version >= 1 && Identifier.Problem(Type) is null && RecordFraming.Gives(this, Hash);

    /// <summary>Records something that happened, and computes its hash.</summary>
    /// <param name="stream">The stream that it belongs to.</param>
    /// <param name="version">Its place in the stream; the first is 1.</param>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="causation">The command whose outcome led to this act, or null.</param>
    /// <param name="type">What happened, as the name under which the payload is read back; written by the same rules as an <see cref="Identifier"/>.</param>
    /// <param name="payload">The canonical bytes of the event, in UTF-8; they are copied. May be empty.</param>
    /// <param name="previousHash">The hash of the record before it; <see cref="Digest.Zero"/> for the first and for no other.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="stream"/>, <paramref name="stamp"/>, <paramref name="type"/> or <paramref name="previousHash"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="type"/> is not a well-formed name, <paramref name="payload"/> is not UTF-8, or
    /// <paramref name="previousHash"/> is zero where there is a predecessor or not zero where there is none.
    /// </exception>
    public static EventRecord Create(
        StreamId stream,
        long version,
        Stamp stamp,
        CommandId? causation,
        string type,
        ReadOnlySpan<byte> payload,
        Digest previousHash)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(stamp);
        CheckType(type);
        CheckPayload(payload);
        CheckPredecessor(version, previousHash);
        return new(stream, version, stamp.At, stamp.Actor.Id, stamp.Command, causation, type, new(payload), previousHash, hash: null);
    }

    /// <summary>Takes a record from where it was stored, with the hash that was stored; for stores.</summary>
    /// <remarks>
    /// Nothing is judged here, so that <see cref="HashChain"/> can find and locate what was tampered with.
    /// An instant with more digits than microseconds loses them: a record has none.
    /// </remarks>
    /// <param name="stream">The stored stream.</param>
    /// <param name="version">The stored version, whatever it is.</param>
    /// <param name="at">The stored instant.</param>
    /// <param name="actor">The stored actor.</param>
    /// <param name="command">The stored command id.</param>
    /// <param name="causation">The stored causation, or null.</param>
    /// <param name="type">The stored type, whatever it is.</param>
    /// <param name="payload">The stored bytes, whatever they are; they are copied.</param>
    /// <param name="previousHash">The stored hash of the predecessor.</param>
    /// <param name="hash">The stored hash.</param>
    /// <returns>The record as stored.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="causation"/> is null.</exception>
    public static EventRecord Restore(
        StreamId stream,
        long version,
        Instant at,
        ActorId actor,
        CommandId command,
        CommandId? causation,
        string type,
        ReadOnlySpan<byte> payload,
        Digest previousHash,
        Digest hash)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(previousHash);
        ArgumentNullException.ThrowIfNull(hash);
        return new(stream, version, at, actor, command, causation, type, new(payload), previousHash, hash);
    }

    /// <summary>The place and the type, for people.</summary>
    /// <returns>For example <c>acme/change/CHG-7@3 change-approved</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream}@{Version} {Type}");

    private static void CheckType(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (Identifier.Problem(type) is { } problem)
        {
            throw new ArgumentException($"An event record's type {problem}.", nameof(type));
        }
    }

    private static void CheckPayload(ReadOnlySpan<byte> payload)
    {
        if (!Utf8.IsValid(payload))
        {
            throw new ArgumentException("An event record's payload is UTF-8.", nameof(payload));
        }
    }

    private static void CheckPredecessor(long version, Digest previousHash)
    {
        ArgumentNullException.ThrowIfNull(previousHash);
        if ((version == 1) != (previousHash == Digest.Zero))
        {
            throw new ArgumentException("The first record, and no other, follows the digest of zeros.", nameof(previousHash));
        }
    }
}
