using System.Text.Json.Serialization;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F6;

/// <summary>A stream of a change to write, to read, to fold and to verify; and the same as plain records that System.Text.Json writes and reads alone.</summary>
internal static class Ledger
{
    public const int Length = 64;

    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 12, 0);

    public static StreamId Stream { get; } = new(new TenantId("acme"), "change", "CHG-4711");

    /// <summary>One opening and many notes, each by a person, with four facts that were looked at.</summary>
    public static ChangeEvent[] Events { get; } = [Opened(), .. Enumerable.Range(1, Length - 1).Select(number => new ChangeAnnotated(Header(number), "Connections ran dry at 09:40; raised by hand"))];

    public static EventRecord[] Records { get; } = [.. Chained()];

    /// <summary>The bytes that each record's hash is the SHA-256 of.</summary>
    public static byte[][] Frames { get; } = [.. Records.Select(RecordFraming.Frame)];

    public static ChangeAnnotated Note { get; } = (ChangeAnnotated)Events[^1];

    /// <summary>What <see cref="Note"/> says, without types of its own.</summary>
    public static PlainNote Plain { get; } = new(
        "change-annotated",
        Note.Text,
        new PlainHeader(
            new PlainStamp(Noon.Plus(Duration.FromMinutes(Length - 1)).ToDateTimeUtc(), new PlainActor("dana"), Note.Header.Stamp.Command.Value),
            new PlainState(Note.Header.Status.Name, Note.Header.Status.Phase.Name, Note.Header.Status.Phase.Order),
            Note.Header.Content.Hex,
            Note.Header.Command.Hex,
            [.. Note.Header.Basis.Select(fact => new PlainFact(fact.Name, fact.Value))]));

    public static byte[] Bytes { get; } = ChangeJson.Write(Note);

    private static EventHeader Header(int number) => new(
        new Stamp(Noon.Plus(Duration.FromMinutes(number)), Actor.Human(new ActorId("dana")), new CommandId(FormattableString.Invariant($"cmd-{number:00}"))),
        ChangeStates.Draft,
        Digest.Of("content"u8),
        Digest.Of(BitConverter.GetBytes(number)),
        [new Fact("model", "normal v1"), new Fact("policy", "house v3"), new Fact("directory", "2026-11-02"), new Fact("tzdb", "2026a")]);

    private static ChangeOpened Opened() => new(
        Header(0), new ChangeId("CHG-4711"), ChangeModels.Normal.Lifecycle.Reference, new ChangeContent { Title = "Raise the connection pool", Justification = "It runs dry", Services = [new ServiceId("payments")] });

    private static IEnumerable<EventRecord> Chained()
    {
        EventRecord? previous = null;
        foreach (var happened in Events)
        {
            yield return previous = EventRecord.Create(
                Stream, (previous?.Version ?? 0) + 1, happened.Header.Stamp, null, ChangeJson.TypeOf(happened), ChangeJson.Write(happened), previous?.Hash ?? Digest.Zero);
        }
    }
}

internal sealed record PlainNote(string Type, string Text, PlainHeader Header);

internal sealed record PlainHeader(PlainStamp Stamp, PlainState Status, string Content, string Command, IReadOnlyList<PlainFact> Basis);

internal sealed record PlainStamp(DateTime At, PlainActor Actor, string Command);

internal sealed record PlainActor(string Person);

internal sealed record PlainState(string Name, string Phase, int? Order);

internal sealed record PlainFact(string Name, string Value);

[JsonSerializable(typeof(PlainNote))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class PlainContext : JsonSerializerContext;
