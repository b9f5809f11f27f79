using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

public sealed class HistoryVerifierTests
{
    private const int Length = 10;

    private static readonly StreamId One = Chains.Stream(key: "CHG-1");
    private static readonly StreamId Two = Chains.Stream(key: "CHG-2");
    private static readonly EventRecord[] Ones = Chains.Of(Length, One);
    private static readonly EventRecord[] Twos = Chains.Of(Length, Two);

    private static readonly KeptCheckpoint Early = Kept(null, (Ones, 3));
    private static readonly KeptCheckpoint Late = Kept(Early, (Ones, 7), (Twos, 5));

    [Fact]
    public void Streams_come_mixed_as_they_like()
    {
        var verdict = Verify([Late], [.. Ones.Zip(Twos).SelectMany(pair => (EventRecord[])[pair.Second, pair.First])]);

        verdict.IsIntact.Should().BeTrue();
        verdict.Should().Be(Verify([Late, Early], [.. Ones, .. Twos]));
        verdict.Heads.Should().Be(StreamHeads.Of(new StreamHead(One, Length, Ones[^1].Hash), new StreamHead(Two, Length, Twos[^1].Hash)));
        verdict.ToString().Should().Be($"Intact, 20 records, 2 streams, root {verdict.Heads.Root.Abbreviated}.");
    }

    [Fact]
    public void A_rewritten_tail_is_found_where_the_next_checkpoint_looked()
    {
        var forged = Rewritten(Ones, 4);

        Verify([], [.. forged, .. Twos]).IsIntact.Should().BeTrue("a chain cannot prove its own end");
        Verify([Early, Late], [.. forged, .. Twos]).Breaks.Should().Equal(new HistoryBreak(One, new ChainBreak(6, 7, ChainBreakKind.CheckpointDiffers), null));
        Verify([Early, Late], [.. Rewritten(Ones, 1), .. Twos]).Breaks.Select(found => found.Break.Position).Should().Equal(2, 6);
    }

    [Fact]
    public void What_was_rewritten_after_the_last_checkpoint_is_not_found() =>
        Verify([Early, Late], [.. Rewritten(Ones, 7), .. Twos[..5]]).IsIntact.Should().BeTrue("nobody kept anything of it");

    [Fact]
    public void A_missing_end_and_a_missing_stream_are_found()
    {
        Verify([Late], [.. Ones[..6]]).Breaks.Should().Equal(
            new HistoryBreak(One, new ChainBreak(6, 7, ChainBreakKind.CheckpointMissed), null),
            new HistoryBreak(Two, new ChainBreak(0, 5, ChainBreakKind.CheckpointMissed), null));
    }

    [Fact]
    public void A_record_of_another_stream_in_its_place_is_found()
    {
        var verifier = new HistoryVerifier([]);

        verifier.Add(One, Ones[0]).Should().BeTrue();
        verifier.Add(One, Twos[1]).Should().BeFalse();
        verifier.Finish().Breaks.Select(found => found.Break.Kind).Should().Equal(ChainBreakKind.PredecessorMismatch, ChainBreakKind.StreamDiffers);
    }

    [Fact]
    public void A_checkpoint_that_never_was_does_not_fit()
    {
        var forged = Kept(Early, (Rewritten(Ones, 2), 7));

        Verify([Early, forged], Ones).Breaks.Should().Equal(new HistoryBreak(One, new ChainBreak(6, 7, ChainBreakKind.CheckpointDiffers), null));
    }

    [Fact]
    public void What_is_told_is_bounded_and_all_is_counted()
    {
        var verifier = new HistoryVerifier([], new HistoryLimits { Findings = 3 });
        foreach (var record in Ones)
        {
            verifier.Add(record.Tampered(actor: "mallory"));
        }

        var verdict = verifier.Finish();
        verdict.Breaks.Should().HaveCount(3);
        verdict.Found.Should().Be(Length);
        verdict.Should().Be(verifier.Finish(), "to ask again is harmless");
    }

    [Fact]
    public void Where_and_what_is_said_in_a_sentence()
    {
        Verify([Late], [.. Ones, .. Twos[..3]]).ToString().Should().Be(
            "1 wrong. acme/change/CHG-2: Position 3, version 5: the record that a checkpoint saw is missing.");
        Verify([Late], [.. Rewritten(Ones, 1), .. Twos]).Breaks[0].ToString().Should().Be(
            "acme/change/CHG-1: Position 6, version 7: the record is not the one that a checkpoint saw.");
    }

    [Fact]
    public void Nothing_is_no_record_and_no_checkpoint()
    {
        FluentActions.Invoking(() => new HistoryVerifier(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new HistoryVerifier([null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new HistoryVerifier([]).Add(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new HistoryLimits { Findings = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static EventRecord[] Rewritten(EventRecord[] chain, int from)
    {
        List<EventRecord> records = [.. chain[..from]];
        foreach (var record in chain[from..])
        {
            records.Add(Archive.Again(record, records.LastOrDefault(), payload: "{}"u8.ToArray()));
        }

        return [.. records];
    }

    private static KeptCheckpoint Kept(KeptCheckpoint? previous, params (EventRecord[] Chain, int Length)[] streams)
    {
        var heads = StreamHeads.Of(streams.Select(stream => new StreamHead(stream.Chain[0].Stream, stream.Length, stream.Chain[stream.Length - 1].Hash)));
        return new KeptCheckpoint(Checkpoint.Of(previous?.Checkpoint, Chains.Noon, heads), heads);
    }

    private static HistoryVerdict Verify(KeptCheckpoint[] checkpoints, EventRecord[] records)
    {
        var verifier = new HistoryVerifier(checkpoints);
        Array.ForEach(records, record => verifier.Add(record));
        return verifier.Finish();
    }
}
