using System.Collections.Concurrent;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.History;

namespace ChangeRelease.Domain.Tests.Embedding;

public sealed class InMemoryEventStoreRaces
{
    private const int Racers = 8;

    private const int Rounds = 200;

    private static readonly StreamId Stream = Chains.Stream();

    private readonly InMemoryEventStore _store = new();

    private readonly ConcurrentBag<(int Round, AppendResult Result)> _results = [];

    [Fact]
    public async Task Of_racers_on_one_version_exactly_one_appends_and_the_others_conflict()
    {
        await Race((racer, round) => new CommandId($"cmd-{racer}-{round}"));

        ByRound().Should().HaveCount(Rounds).And.AllSatisfy(round =>
        {
            round.Should().HaveCount(Racers).And.ContainSingle(result => result == new Appended(round.Key + 1));
            round.Where(result => result == new Conflict(round.Key + 1)).Should().HaveCount(Racers - 1);
        });
        await ShouldHoldOneRecordARound();
    }

    [Fact]
    public async Task Of_racers_with_one_command_exactly_one_appends_and_the_others_learn_that_it_is_applied()
    {
        await Race((_, round) => new CommandId($"cmd-{round}"));

        ByRound().Should().HaveCount(Rounds).And.AllSatisfy(round =>
        {
            round.Should().HaveCount(Racers).And.ContainSingle(result => result == new Appended(round.Key + 1));
            round.Where(result => result == new AlreadyApplied(round.Key + 1)).Should().HaveCount(Racers - 1);
        });
        await ShouldHoldOneRecordARound();
    }

    [Fact]
    public async Task Racers_on_streams_of_their_own_all_append()
    {
        await Race((_, round) => new CommandId($"cmd-{round}"), racer => Chains.Stream(tenant: $"tenant-{racer}"));

        _results.Should().HaveCount(Racers * Rounds).And.OnlyContain(append => append.Result == new Appended(append.Round + 1));
    }

    [Fact]
    public async Task A_reader_during_the_race_sees_whole_appends_only_and_never_loses_one()
    {
        using var ended = new CancellationTokenSource();
        var reader = Task.Factory.StartNew(() => ReadUntil(ended), default, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

        await Race((racer, round) => new CommandId($"cmd-{racer}-{round}"), length: 3);
        await ended.CancelAsync();
        var lengths = await reader;

        lengths.Should().OnlyContain(length => length % 3 == 0).And.BeInAscendingOrder();
        (await _store.ReadAsync(Stream, 0, default).CountAsync()).Should().Be(Rounds * 3);
    }

    private async Task Race(Func<int, int, CommandId> command, Func<int, StreamId>? stream = null, int length = 1)
    {
        using var line = new Barrier(Racers);
        await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => Task.Factory.StartNew(
            () => Run(line, stream?.Invoke(racer) ?? Stream, round => command(racer, round), length),
            default,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }

    // The store answers without waiting, so every racer keeps the thread on which it waits at the line.
    private async Task Run(Barrier line, StreamId stream, Func<int, CommandId> command, int length)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var last = await _store.ReadAsync(stream, Math.Max(0, (round * length) - 1), default).LastOrDefaultAsync();
            var records = Following(stream, last, command(round), length);
            Meet(line);
            _results.Add((round, await _store.AppendAsync(stream, round * length, command(round), records, default)));
            Meet(line);
        }
    }

    private static void Meet(Barrier line) => line.SignalAndWait(TimeSpan.FromMinutes(1)).Should().BeTrue("every racer gets there");

    private static List<EventRecord> Following(StreamId stream, EventRecord? last, CommandId command, int length)
    {
        List<EventRecord> records = [];
        while (records.Count < length)
        {
            last = Chains.Next(stream, last, command.Value);
            records.Add(last);
        }

        return records;
    }

    private async Task<List<int>> ReadUntil(CancellationTokenSource ended)
    {
        List<int> lengths = [await _store.ReadAsync(Stream, 0, default).CountAsync()];
        while (!ended.IsCancellationRequested)
        {
            lengths.Add(await _store.ReadAsync(Stream, 0, default).CountAsync());
        }

        return lengths;
    }

    private IEnumerable<IGrouping<int, AppendResult>> ByRound() => _results.GroupBy(append => append.Round, append => append.Result);

    private async Task ShouldHoldOneRecordARound()
    {
        var verdict = HashChain.Verify(Stream, await _store.ReadAsync(Stream, 0, default).ToListAsync());

        verdict.IsIntact.Should().BeTrue();
        verdict.Length.Should().Be(Rounds);
    }
}
