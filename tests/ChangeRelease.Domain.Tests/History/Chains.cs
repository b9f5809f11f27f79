using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>Chains to break.</summary>
internal static class Chains
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 12, 0);

    public static StreamId Stream(string tenant = "acme", string kind = "change", string key = "CHG-7") => new(new TenantId(tenant), kind, key);

    public static Stamp Stamp(string command, string actor = "dana", Instant? at = null) =>
        new(at ?? Noon, Actor.Human(new ActorId(actor)), new CommandId(command));

    public static EventRecord First(StreamId stream, string command = "cmd-1") => Next(stream, null, command);

    public static EventRecord Next(StreamId stream, EventRecord? previous, string command) => EventRecord.Create(
        stream,
        (previous?.Version ?? 0) + 1,
        Stamp(command, at: previous?.At),
        causation: null,
        "change-annotated",
        Encoding.UTF8.GetBytes($$"""{"note":"{{command}}"}"""),
        previous?.Hash ?? Digest.Zero);

    /// <summary>Records of one stream in which actors, causations, instants and payloads vary.</summary>
    public static EventRecord[] Of(int length, StreamId? stream = null)
    {
        List<EventRecord> records = [];
        for (var version = 1; version <= length; version++)
        {
            records.Add(EventRecord.Create(
                stream ?? Stream(),
                version,
                Stamp($"cmd-{version}", version % 2 == 0 ? "dana" : "eve", Noon + Duration.FromMinutes(version / 2)),
                version % 3 == 0 ? new CommandId($"cmd-{version - 1}") : null,
                version == 1 ? "change-opened" : "change-annotated",
                Encoding.UTF8.GetBytes($$"""{"n":{{version}}}"""),
                records.LastOrDefault()?.Hash ?? Digest.Zero));
        }

        return [.. records];
    }

    /// <summary>A record as stored, with some of its columns changed and the stored hash left alone.</summary>
    public static EventRecord Tampered(
        this EventRecord record,
        StreamId? stream = null,
        long? version = null,
        Instant? at = null,
        string? actor = null,
        string? command = null,
        string? type = null,
        byte[]? payload = null,
        Digest? previousHash = null,
        Digest? hash = null) => EventRecord.Restore(
            stream ?? record.Stream,
            version ?? record.Version,
            at ?? record.At,
            actor is null ? record.Actor : new ActorId(actor),
            command is null ? record.Command : new CommandId(command),
            record.Causation,
            type ?? record.Type,
            payload ?? record.Payload.Span,
            previousHash ?? record.PreviousHash,
            hash ?? record.Hash);

    public static EventRecord WithCausation(this EventRecord record, CommandId? causation) => EventRecord.Restore(
        record.Stream,
        record.Version,
        record.At,
        record.Actor,
        record.Command,
        causation,
        record.Type,
        record.Payload.Span,
        record.PreviousHash,
        record.Hash);

    /// <summary>A record forged well: its hash fits its content again.</summary>
    public static EventRecord Forged(this EventRecord record) => record.Tampered(hash: IndependentVerification.HashOf(record));
}
