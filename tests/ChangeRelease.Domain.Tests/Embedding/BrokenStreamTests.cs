using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A stream that is no history is refused as such, whatever is wrong with it, and nothing is written (S-4, S-70).</summary>
public sealed class BrokenStreamTests
{
    private readonly World _world = new();

    public static TheoryData<string> Harms => ["changed", "renamed", "dropped", "swapped", "rehashed", "unknown", "opened twice", "another stream", "earlier"];

    [Theory]
    [MemberData(nameof(Harms))]
    public async Task A_broken_stream_of_the_subject_is_invalid_data(string harm) => await Refused(harm, World.StreamOf(World.One));

    [Theory]
    [MemberData(nameof(Harms))]
    public async Task A_broken_ledger_is_invalid_data(string harm) => await Refused(harm, World.Ledger(World.Tenant));

    [Fact]
    public async Task A_broken_stream_of_a_carried_change_is_invalid_data_to_the_release_desk()
    {
        var (desk, store) = (await Bent("changed", World.StreamOf(World.One)), 0);
        var releases = _world.Releases(desk);
        (await releases.HandleAsync(World.Train, new OpenRelease(World.Train, World.Package), World.Ann, new CommandId("open"))).Refusals.Should().BeEmpty();

        await FluentActions.Awaiting(() => releases.HandleAsync(World.Train, new StartReleaseBuild(), World.Ann, new CommandId("build")).AsTask()).Should().ThrowAsync<InvalidDataException>();
        await FluentActions.Awaiting(() => releases.NotesAsync(World.Train).AsTask()).Should().ThrowAsync<InvalidDataException>();
        (await World.Records(desk, World.StreamOf(World.Train))).Should().HaveCount(1 + store);
    }

    [Fact]
    public async Task A_command_that_opens_another_subject_is_not_taken()
    {
        var store = new InMemoryEventStore();

        await FluentActions.Awaiting(() => _world.Changes(store).HandleAsync(World.One, new OpenChange(World.Two, "normal", World.Work), World.Ann, new CommandId("c")).AsTask())
            .Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => _world.Releases(store).ExplainAsync(new ReleaseId("other"), new OpenRelease(World.Train, World.Package), World.Ann, new CommandId("c")).AsTask())
            .Should().ThrowAsync<ArgumentException>();
        (await World.Records(store, World.StreamOf(World.One))).Should().BeEmpty();
    }

    private async Task Refused(string harm, StreamId stream)
    {
        var bent = new FaultyStore(await Bent(harm, stream), breaksAt: 0, isAfter: false);
        var desk = _world.Changes(bent);

        await FluentActions.Awaiting(() => desk.HandleAsync(World.One, new UnscheduleChange("x"), World.Ann, new CommandId("x")).AsTask()).Should().ThrowAsync<InvalidDataException>();
        await FluentActions.Awaiting(() => desk.ExplainAsync(World.One, new UnscheduleChange("x"), World.Ann, new CommandId("x")).AsTask()).Should().ThrowAsync<InvalidDataException>();
        await FluentActions.Awaiting(() => desk.EarliestSlotAsync(World.One, World.Opening, World.Night(9).End).AsTask()).Should().ThrowAsync<InvalidDataException>();
        bent.Appends.Should().Be(0);
    }

    private async Task<IEventStore> Bent(string harm, StreamId bent)
    {
        var store = new InMemoryEventStore();
        await _world.Bring(store, World.One, World.Bob, World.Cid);
        await _world.Schedule(store, World.One, World.Night(0));
        return new BentStore(store, bent, records => Harmed(harm, records));
    }

    private static List<EventRecord> Harmed(string harm, List<EventRecord> records)
    {
        var (first, second) = (records[0], records[1]);
        return harm switch
        {
            "changed" => [With(first, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(first.Payload.Span).Replace("ann", "bob", StringComparison.Ordinal).Replace("2026", "2027", StringComparison.Ordinal)), first.Hash), .. records.Skip(1)],
            "renamed" => [EventRecord.Restore(first.Stream, 1, first.At, World.Eve.Id, first.Command, null, first.Type, first.Payload.Span, first.PreviousHash, first.Hash), .. records.Skip(1)],
            "dropped" => [.. records.Skip(1)],
            "swapped" => [second, first, .. records.Skip(2)],
            "rehashed" => [With(first, first.Payload.Span, Digest.Of("x"u8)), .. records.Skip(1)],
            "unknown" => [Created(first, 1, "{\"type\":\"nobody-knows\"}"u8, Digest.Zero)],
            "opened twice" => [.. records, Created(first, records.Count + 1, first.Stream.Kind == "bookings" ? "[]"u8 : first.Payload.Span, records[^1].Hash)],
            "another stream" => [EventRecord.Create(new StreamId(World.Tenant, first.Stream.Kind, "other"), 1, StampOf(first), null, first.Type, first.Payload.Span, Digest.Zero)],
            _ => [.. records, EventRecord.Create(first.Stream, records.Count + 1, new Stamp(World.Opening - NodaTime.Duration.FromDays(1), World.Ann, first.Command), null, first.Type, second.Payload.Span, records[^1].Hash)],
        };
    }

    private static EventRecord With(EventRecord record, ReadOnlySpan<byte> payload, Digest hash) => EventRecord.Restore(
        record.Stream, record.Version, record.At, record.Actor, record.Command, record.Causation, record.Type, payload, record.PreviousHash, hash);

    private static EventRecord Created(EventRecord record, long version, ReadOnlySpan<byte> payload, Digest previous) =>
        EventRecord.Create(record.Stream, version, StampOf(record), null, record.Type, payload, previous);

    private static Stamp StampOf(EventRecord record) => new(record.At, Actor.Human(record.Actor), record.Command);

    private sealed class BentStore(IEventStore inner, StreamId bent, Func<List<EventRecord>, List<EventRecord>> harm) : IEventStore
    {
        public ValueTask<AppendResult> AppendAsync(
            StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
            inner.AppendAsync(stream, expectedVersion, command, records, cancellation);

        public async IAsyncEnumerable<EventRecord> ReadAsync(
            StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            var records = await World.Records(inner, stream);
            foreach (var record in stream == bent ? harm(records) : records.Skip((int)afterVersion))
            {
                yield return record;
            }
        }
    }
}
