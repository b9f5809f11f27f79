using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>A record as a table has it; the stream once more as what it is looked up by.</summary>
internal sealed record Row(
    long Position, string Stream, StreamId Of, long Version, Instant At, string Actor, string Command, string? Causation, string Type, string Payload, string Previous, string Hash)
{
    public static Row From(long position, string stream, EventRecord record) => new(
        position, stream, record.Stream, record.Version, record.At, record.Actor.Value, record.Command.Value, record.Causation?.Value,
        record.Type, Encoding.UTF8.GetString(record.Payload.Span), record.PreviousHash.Hex, record.Hash.Hex);

    public EventRecord ToRecord() => EventRecord.Restore(
        Of, Version, At, new ActorId(Actor), new CommandId(Command), Causation is null ? null : new CommandId(Causation),
        Type, Encoding.UTF8.GetBytes(Payload), Digest.Parse(Previous), Digest.Parse(Hash));
}
