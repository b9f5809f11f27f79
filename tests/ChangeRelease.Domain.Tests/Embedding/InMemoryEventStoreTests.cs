using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.History;

namespace ChangeRelease.Domain.Tests.Embedding;

public sealed class InMemoryEventStoreTests
{
    private static readonly StreamId Stream = Chains.Stream();

    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_stream_that_does_not_exist_has_no_records_and_version_zero()
    {
        (await Read(Stream)).Should().BeEmpty();
        (await Append(Some(Stream, after: 3, "cmd-1"))).Should().Be(new Conflict(0));
        (await Read(Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_appended_is_read_back_equal_and_in_order()
    {
        var (first, second) = (Some(Stream, 0, "cmd-1", count: 3), Some(Stream, 3, "cmd-2", count: 2));

        (await Append(first)).Should().Be(new Appended(3));
        (await Append(second)).Should().Be(new Appended(5));
        (await Read(Stream)).Should().Equal([.. first, .. second]);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    [InlineData(long.MaxValue, 0)]
    public async Task A_read_begins_after_the_version_given(long after, int found)
    {
        var records = Some(Stream, 0, "cmd-1", count: 5);
        await Append(records);

        (await Read(Stream, after)).Should().Equal(records.TakeLast(found));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public async Task A_version_other_than_the_actual_one_is_a_conflict_and_writes_nothing(long expected)
    {
        await Append(Some(Stream, 0, "cmd-1", count: 2));

        (await Append(Some(Stream, expected, "cmd-2"))).Should().Be(new Conflict(2));
        (await Read(Stream)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_command_repeated_is_already_applied_whatever_version_it_expects()
    {
        await Append(Some(Stream, 0, "cmd-1", count: 2));
        await Append(Some(Stream, 2, "cmd-2"));

        (await Append(Some(Stream, 0, "cmd-1", count: 2))).Should().Be(new AlreadyApplied(2), "sent again as it was");
        (await Append(Some(Stream, 3, "cmd-1"))).Should().Be(new AlreadyApplied(2), "decided again on the version of today");
        (await Append(Some(Stream, 9, "cmd-1"))).Should().Be(new AlreadyApplied(2), "where another command would conflict");
        (await Read(Stream)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_command_that_conflicted_may_come_again_under_its_id()
    {
        await Append(Some(Stream, 0, "cmd-1"));

        (await Append(Some(Stream, 0, "cmd-2"))).Should().Be(new Conflict(1));
        (await Append(Some(Stream, 1, "cmd-2"))).Should().Be(new Appended(2));
    }

    [Theory]
    // the tenant
    [InlineData("acme", "change", "1", "globex", "change", "1")]
    [InlineData("acme", "change", "1", "ACME", "change", "1")]
    // the kind
    [InlineData("acme", "change", "1", "acme", "release", "1")]
    // the key
    [InlineData("acme", "change", "CHG-1", "acme", "change", "chg-1")]
    [InlineData("acme", "change", "1", "acme", "change", "01")]
    [InlineData("acme", "change", "\u00E9", "acme", "change", "e\u0301")]
    [InlineData("acme", "change", "\u212B", "acme", "change", "\u00C5")]
    [InlineData("acme", "change", "stra\u00DFe", "acme", "change", "strasse")]
    [InlineData("acme", "change", "\uFF21", "acme", "change", "A")]
    // what one field lends the next
    [InlineData("a/b", "change", "c", "a", "change", "b/c")]
    [InlineData("a/change", "change", "c", "a", "change", "change/c")]
    [InlineData("a%2Fb", "change", "c", "a/b", "change", "c")]
    public async Task Streams_never_mix(string tenant, string kind, string key, string otherTenant, string otherKind, string otherKey)
    {
        var (stream, other) = (Chains.Stream(tenant, kind, key), Chains.Stream(otherTenant, otherKind, otherKey));

        (await Append(Some(stream, 0, "cmd-1", count: 2))).Should().Be(new Appended(2));
        (await Read(other)).Should().BeEmpty();
        (await Append(Some(other, 0, "cmd-1"))).Should().Be(new Appended(1), "a command id belongs to its stream");
        (await Read(stream)).Should().HaveCount(2).And.OnlyContain(record => record.Stream == stream);
        (await Read(other)).Should().ContainSingle().Which.Stream.Should().Be(other);
    }

    [Fact]
    public async Task Misuse_is_an_argument_error_and_writes_nothing()
    {
        var good = Some(Stream, 0, "cmd-1", count: 3);
        var foreign = Some(Chains.Stream(key: "CHG-8"), 0, "cmd-1", count: 3);
        var another = Some(Stream, 0, "cmd-2", count: 3);
        EventRecord[][] misuses =
        [
            [],
            [good[0], null!],
            foreign,
            [good[0], foreign[1], good[2]],
            another,
            [good[0], good[1], another[2]],
            [good[1]],
            [good[0], good[2]],
            [good[1], good[0]],
            [good[0], good[0]],
        ];

        foreach (var records in misuses)
        {
            await Appending(Stream, 0, records).Should().ThrowAsync<ArgumentException>();
        }

        await Appending(Stream, 1, good).Should().ThrowAsync<ArgumentException>();
        await Appending(Stream, -1, good).Should().ThrowAsync<ArgumentOutOfRangeException>();
        (await Read(Stream)).Should().BeEmpty();
        (await Append(good)).Should().Be(new Appended(3));
    }

    [Fact]
    public async Task Misuse_is_an_argument_error_also_of_a_command_already_applied()
    {
        await Append(Some(Stream, 0, "cmd-1"));

        await Appending(Stream, 0, []).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Nothing_is_not_an_argument()
    {
        var (command, records) = (new CommandId("cmd-1"), Some(Stream, 0, "cmd-1"));
        Func<Task>[] calls =
        [
            async () => await _store.AppendAsync(null!, 0, command, records, default),
            async () => await _store.AppendAsync(Stream, 0, null!, records, default),
            async () => await _store.AppendAsync(Stream, 0, command, null!, default),
            async () => await _store.ReadAsync(null!, 0, default).ToListAsync(),
        ];

        foreach (var call in calls)
        {
            await call.Should().ThrowAsync<ArgumentNullException>();
        }

        await FluentActions.Awaiting(() => Read(Stream, -1)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task An_append_canceled_before_the_act_changes_nothing()
    {
        var records = Some(Stream, 0, "cmd-1");
        var canceled = new CancellationToken(canceled: true);

        await FluentActions.Awaiting(async () => await _store.AppendAsync(Stream, 0, records[0].Command, records, canceled))
            .Should().ThrowAsync<OperationCanceledException>();
        (await Read(Stream)).Should().BeEmpty();
        (await Append(records)).Should().Be(new Appended(1), "the command has not taken effect");
    }

    [Fact]
    public async Task A_read_may_be_canceled_before_and_on_the_way()
    {
        await Append(Some(Stream, 0, "cmd-1", count: 3));
        using var source = new CancellationTokenSource();
        await using var reading = _store.ReadAsync(Stream, 0, source.Token).GetAsyncEnumerator(CancellationToken.None);

        (await reading.MoveNextAsync()).Should().BeTrue();
        await source.CancelAsync();
        await FluentActions.Awaiting(async () => await reading.MoveNextAsync()).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(async () => await _store.ReadAsync(Stream, 3, source.Token).ToListAsync())
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_enumeration_under_way_finds_what_there_was_and_the_next_one_finds_more()
    {
        await Append(Some(Stream, 0, "cmd-1", count: 2));
        var reading = _store.ReadAsync(Stream, 0, default);
        List<EventRecord> found = [];

        await foreach (var record in reading)
        {
            found.Add(record);
            await Append(Some(Stream, 1 + found.Count, $"cmd-{1 + found.Count}"));
        }

        found.Should().HaveCount(2);
        (await reading.ToListAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task The_list_given_does_not_matter_once_it_was_given()
    {
        List<EventRecord> records = [.. Some(Stream, 0, "cmd-1", count: 2)];
        await _store.AppendAsync(Stream, 0, records[0].Command, records, default);
        records.Clear();

        (await Read(Stream)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_record_that_was_tampered_with_comes_back_as_it_went_in()
    {
        var tampered = Chains.First(Stream).Tampered(payload: [0xFF]);
        await Append([tampered]);

        (await Read(Stream)).Should().Equal(tampered);
        HashChain.Verify(await Read(Stream)).IsIntact.Should().BeFalse("to find it is the chain's business, not the store's");
    }

    private static EventRecord[] Some(StreamId stream, long after, string command, int count = 1) =>
        [.. Enumerable.Range(1, count).Select(place => Chains.First(stream, command).Tampered(version: after + place))];

    private async Task<AppendResult> Append(EventRecord[] records) =>
        await _store.AppendAsync(records[0].Stream, records[0].Version - 1, records[0].Command, records, default);

    private Func<Task> Appending(StreamId stream, long expected, EventRecord[] records) =>
        async () => await _store.AppendAsync(stream, expected, new CommandId("cmd-1"), records, default);

    private async Task<List<EventRecord>> Read(StreamId stream, long after = 0) => await _store.ReadAsync(stream, after, default).ToListAsync();
}
