using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

public sealed class HistoryDeskTests
{
    private static readonly StreamId One = Chains.Stream(key: "CHG-1");
    private static readonly StreamId Two = Chains.Stream(key: "CHG-2");
    private static readonly StreamId[] Both = [One, Two];

    private readonly ShelfStore _store = new();
    private readonly InMemoryCheckpointSink _sink = new();

    private HistoryDesk Desk => new(_store, _sink, new StoppedClock(Chains.Noon));

    [Fact]
    public async Task A_checkpoint_stands_for_all_streams_and_the_next_one_for_what_came_since()
    {
        Put(Chains.Of(5, One));
        var first = await Desk.TakeAsync(Both);
        Put(Chains.Of(8, One));
        Put(Chains.Of(2, Two));
        var second = await Desk.TakeAsync(Both);

        first.Kept!.Heads.All.Should().Equal(new StreamHead(One, 5, Chains.Of(5, One)[^1].Hash));
        second.Kept!.Checkpoint.Follows(first.Kept.Checkpoint).Should().BeTrue();
        second.Kept.Heads.Prove(Two)!.Proves(second.Kept.Checkpoint).Should().BeTrue();
        _sink.All.Should().Equal(first.Kept, second.Kept);
        (await Desk.VerifyAsync(Both)).IsIntact.Should().BeTrue();
        (await Desk.VerifyAsync([], [first.Kept])).Heads.All.Should().ContainSingle("the streams of a checkpoint are verified in any case");
    }

    [Fact]
    public async Task Taking_it_again_takes_none()
    {
        Put(Chains.Of(5, One));
        var first = await Desk.TakeAsync(Both);
        var again = await Desk.TakeAsync(Both);

        (first.IsNew, again.IsNew, again.IsCurrent).Should().Be((true, false, true));
        again.Kept.Should().Be(first.Kept);
        _sink.All.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_leaves_it_open_and_the_next_attempt_finds_out(bool wasKept)
    {
        Put(Chains.Of(5, One));
        var sink = new FailingSink(_sink, wasKept);
        var desk = new HistoryDesk(_store, sink, new StoppedClock(Chains.Noon));

        await desk.Awaiting(failing => failing.TakeAsync(Both).AsTask()).Should().ThrowAsync<IOException>();
        var again = await desk.TakeAsync(Both);

        again.IsNew.Should().Be(!wasKept);
        _sink.All.Should().Equal(again.Kept!);
    }

    [Fact]
    public async Task Of_two_who_take_one_at_once_one_is_kept()
    {
        Put(Chains.Of(5, One));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Desk.TakeAsync(Both).AsTask())));

        _sink.All.Should().ContainSingle();
        outcomes.Should().AllSatisfy(outcome => outcome.Kept.Should().Be(_sink.All[0]));
        outcomes.Count(outcome => outcome.IsNew).Should().BeGreaterThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("rewritten", ChainBreakKind.CheckpointDiffers)]
    [InlineData("cut", ChainBreakKind.CheckpointMissed)]
    [InlineData("changed", ChainBreakKind.CheckpointDiffers)]
    [InlineData("broken later", ChainBreakKind.PredecessorMismatch)]
    public async Task No_checkpoint_is_taken_of_what_is_broken(string how, ChainBreakKind kind)
    {
        var chain = Chains.Of(8, One);
        Put(chain[..5]);
        var kept = await Desk.TakeAsync(Both);
        Put(how switch
        {
            "rewritten" => [.. chain[..4], chain[4].Tampered(actor: "mallory").Forged()],
            "cut" => chain[..4],
            "changed" => [.. chain[..4], chain[4].Tampered(actor: "mallory"), .. chain[5..]],
            _ => [.. chain[..5], .. chain[6..]],
        });
        var outcome = await Desk.TakeAsync([Two]);

        outcome.IsCurrent.Should().BeFalse();
        outcome.Kept.Should().Be(kept.Kept);
        outcome.Breaks[0].Should().BeEquivalentTo(new { Stream = One, Break = new { Kind = kind } });
        (await Desk.VerifyAsync([])).IsIntact.Should().BeFalse();
    }

    [Fact]
    public async Task What_is_exported_is_verified_by_itself_and_taken_into_another_store()
    {
        Put(Chains.Of(5, One));
        Put(Chains.Of(3, Two));
        var kept = await Desk.TakeAsync(Both);
        using var file = new MemoryStream();
        (await Desk.ExportAsync([One], file)).IsIntact.Should().BeTrue();

        var verdict = await HistoryFile.VerifyAsync(new MemoryStream(file.ToArray()));
        verdict.ToString().Should().StartWith("Intact, 8 records, 2 streams");
        verdict.Checkpoint!.Digest.Should().Be(kept.Kept!.Checkpoint.Digest, "that is what is kept elsewhere");

        var other = new InMemoryEventStore();
        await foreach (var batch in HistoryFile.ReadAsync(new MemoryStream(file.ToArray())).ByCommandAsync())
        {
            (await other.AppendAsync(batch[0].Stream, batch[0].Version - 1, batch[0].Command, batch, default)).Should().BeOfType<Appended>();
        }

        (await new HistoryDesk(other, _sink, new StoppedClock(Chains.Noon)).VerifyAsync(Both)).Should().Be(await Desk.VerifyAsync(Both));
    }

    [Fact]
    public async Task A_sink_that_keeps_nothing_is_told_so()
    {
        Put(Chains.Of(1, One));

        await new HistoryDesk(_store, new DeafSink(), new StoppedClock(Chains.Noon)).Awaiting(desk => desk.TakeAsync(Both).AsTask()).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task The_sink_in_memory_keeps_the_next_one_and_no_other()
    {
        var first = new KeptCheckpoint(Checkpoint.Of(null, Chains.Noon, StreamHeads.None), StreamHeads.None);
        var other = new KeptCheckpoint(Checkpoint.Of(null, Chains.Noon + Duration.FromSeconds(1), StreamHeads.None), StreamHeads.None);

        (await _sink.KeepAsync(first, default)).Should().BeTrue();
        (await _sink.KeepAsync(first, default)).Should().BeTrue("it is kept");
        (await _sink.KeepAsync(other, default)).Should().BeFalse("its number is taken");
        (await _sink.LastAsync(default)).Should().Be(first);
    }

    private void Put(EventRecord[] records) => _store.Put(records[0].Stream, records);

    private sealed class StoppedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }

    private sealed class DeafSink : ICheckpointSink
    {
        public ValueTask<KeptCheckpoint?> LastAsync(CancellationToken cancellation) => new((KeptCheckpoint?)null);

        public ValueTask<bool> KeepAsync(KeptCheckpoint checkpoint, CancellationToken cancellation) => new(false);
    }

    private sealed class FailingSink(InMemoryCheckpointSink to, bool keeps) : ICheckpointSink
    {
        private bool _failed;

        public ValueTask<KeptCheckpoint?> LastAsync(CancellationToken cancellation) => to.LastAsync(cancellation);

        public async ValueTask<bool> KeepAsync(KeptCheckpoint checkpoint, CancellationToken cancellation)
        {
            var kept = (_failed || keeps) && await to.KeepAsync(checkpoint, cancellation);
            (_failed, var fails) = (true, !_failed);
            return fails ? throw new IOException("The line went dead.") : kept;
        }
    }
}
