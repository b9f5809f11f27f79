using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

public sealed class DecoratorTests
{
    private static readonly StreamId Stream = new(new TenantId("acme"), "change", "CHG-7");

    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_slow_store_is_slow_and_nothing_else() => await StoreContract
        .For(() => new SlowStore(new InMemoryEventStore()) { Appending = (_, _) => Task.Delay(1, CancellationToken.None), Reading = async (_, _) => await Task.Yield() })
        .With(new StoreContractSettings { Seeds = 3, Rounds = 5 })
        .VerifyAsync();

    [Fact]
    public async Task A_store_that_is_recorded_answers_as_ever() => await StoreContract
        .For(() => new RecordingStore(new InMemoryEventStore()))
        .With(new StoreContractSettings { Seeds = 3, Rounds = 5 })
        .VerifyAsync();

    [Fact]
    public async Task Calls_are_recorded_with_their_answers()
    {
        var store = new RecordingStore(_store);

        await Append(store, Drafts.Batch(Stream, 0, "cmd-1", 2));
        await Append(store, Drafts.Batch(Stream, 0, "cmd-2"));
        await Read(store);
        await FluentActions.Awaiting(() => Append(store, [Drafts.One(Stream, 1, "cmd-3"), Drafts.One(Stream, 1, "cmd-3")])).Should().ThrowAsync<ArgumentException>();

        store.Calls.Select(call => call.ToString()).Should().Equal(
            "append to acme/change/CHG-7 at 0 as cmd-1: contract-tried, contract-tried: Appended { Version = 2 }",
            "append to acme/change/CHG-7 at 0 as cmd-2: contract-tried: Conflict { ActualVersion = 2 }",
            "read acme/change/CHG-7 after 0: 2 found",
            "append to acme/change/CHG-7 at 0 as cmd-3: : failed");
    }

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(1, true, 1)]
    [InlineData(3, false, 1)]
    [InlineData(3, true, 2)]
    public async Task A_faulty_store_breaks_once_before_a_call_or_after_it(int breaksAt, bool isAfter, int written)
    {
        var store = new FaultyStore(_store, breaksAt, isAfter);
        var playing = async () =>
        {
            await Append(store, Drafts.Batch(Stream, 0, "cmd-1"));
            await Read(store);
            await Append(store, Drafts.Batch(Stream, 1, "cmd-2"));
        };

        await playing.Should().ThrowAsync<IOException>();

        (await Read(_store)).Should().HaveCount(written);
        store.Appends.Should().Be(written);
        store.Calls.Should().Be(breaksAt);
        (await Append(store, Drafts.Batch(Stream, 0, "cmd-1"))).Should().Be(written == 0 ? new Appended(1) : new AlreadyApplied(1));
    }

    [Fact]
    public async Task A_faulty_store_may_break_at_an_append_to_streams_of_one_kind_only()
    {
        var store = new FaultyStore(_store, 1, isAfter: false) { Kind = "release" };

        await Append(store, Drafts.Batch(Stream, 0, "cmd-1"));
        await Read(store);

        await FluentActions.Awaiting(() => Append(store, Drafts.Batch(new StreamId(Stream.Tenant, "release", "REL-1"), 0, "cmd-1"))).Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task What_a_slow_read_gives_is_what_was_there_when_it_was_read()
    {
        var store = new SlowStore(_store) { Reading = async (_, _) => await Append(_store, Drafts.Batch(Stream, 0, "cmd-1")) };

        (await Read(store)).Should().BeEmpty();
        (await Read(_store)).Should().ContainSingle();
    }

    private static async Task<AppendResult> Append(IEventStore store, List<EventRecord> records) =>
        await store.AppendAsync(records[0].Stream, records[0].Version - 1, records[0].Command, records, default);

    private static async Task<List<EventRecord>> Read(IEventStore store) => await store.ReadAsync(Stream, 0, default).ToListAsync();
}
