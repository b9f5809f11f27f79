using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

public sealed class HistoryFileTests
{
    private static readonly Archive Archive = new(new Random(5));

    private static readonly KeptCheckpoint Kept = Archive.Checkpoints[^1];

    private static readonly byte[] File = FileTampering.Written(Archive.Records, Kept);

    // Written once, by hand; the hashes are those that another program computed for the records.
    [Fact]
    public void The_form_is_the_documented_one_byte_for_byte()
    {
        var record = EventRecord.Create(
            Chains.Stream(key: "CHG-7/ä"), 1, Chains.Stamp("cmd-1", at: Chains.Noon + NodaTime.Duration.FromNanoseconds(7_000)), null, "change-opened", "{\"t\":\"a\\nb\u2028\u00E4\"}"u8, Digest.Zero);

        Encoding.UTF8.GetString(FileTampering.Written([record], null)).Should().Be(
            "{\"format\":\"change-release.history\",\"version\":1}\n"
            + "{\"stream\":\"acme/change/CHG-7%2Fä\",\"version\":1,\"at\":1793620800000007,\"actor\":\"dana\",\"command\":\"cmd-1\",\"causation\":null,"
            + "\"type\":\"change-opened\",\"payload\":\"{\\\"t\\\":\\\"a\\\\nb\u2028ä\\\"}\",\"previous\":\"" + new string('0', 64) + "\",\"hash\":\"" + IndependentVerification.HashOf(record) + "\"}\n"
            + "{\"records\":1,\"streams\":1,\"root\":\"" + IndependentHistory.Root([new StreamHead(record.Stream, 1, record.Hash)]) + "\"}\n");
    }

    [Fact]
    public void What_was_written_is_intact_and_comes_back()
    {
        var verdict = FileTampering.Verified(File);

        verdict.IsIntact.Should().BeTrue();
        verdict.Checkpoint.Should().Be(Kept.Checkpoint);
        verdict.History.Records.Should().Be(Archive.Records.Length);
        Read(File).Should().Equal(Archive.Records);
        FileTampering.Written(Read(File), Kept).Should().Equal(File);
        IndependentFile.Read(File).Should().BeEquivalentTo(new { Lines = Array.Empty<long>(), Breaks = Array.Empty<(string, int)>() });
    }

    [Fact]
    public void A_file_without_records_is_one()
    {
        FileTampering.Verified(FileTampering.Written([], null)).ToString().Should().Be(
            $"Intact, 0 records, 0 streams, root {StreamHeads.None.Root.Abbreviated}.");
    }

    [Fact]
    public void Any_text_and_any_bytes_come_back()
    {
        var odd = EventRecord.Create(
            Chains.Stream(key: "\"\\/%\u2028\U0001F600"), 1, Chains.Stamp("c\"\\", "\u00E9"), new CommandId("e\u0301"), "t\"\\", Encoding.UTF8.GetBytes("\0\u0001\b\t\n\f\r\u001F\u007F\"\\/\U0001F600"), Digest.Zero);
        EventRecord[] records = [odd, odd.Tampered(payload: [0xFF, 0x00]), odd.Tampered(type: "")];

        Read(FileTampering.Written(records, null), isAsFound: true).Should().Equal(records);
    }

    [Fact]
    public void A_type_that_no_file_can_hold_is_not_written() =>
        FluentActions.Invoking(() => FileTampering.Written([Archive.Records[0].Tampered(type: "\uD800")], null)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_broken_chain_is_refused_with_its_line_unless_it_is_wanted_as_found()
    {
        EventRecord[] broken = [.. Archive.Records[..9], Archive.Records[9].Tampered(actor: "mallory"), .. Archive.Records[10..]];
        var file = FileTampering.Written(broken, null);

        FluentActions.Invoking(() => Read(file)).Should().Throw<InvalidDataException>().WithMessage("Line 11, *the hash does not match the content.");
        Read(file, isAsFound: true).Should().Equal(broken);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_refused_at_its_end_in_any_case()
    {
        var cut = File[..(File.Length - 2)];

        FluentActions.Invoking(() => Read(cut, isAsFound: true)).Should().Throw<InvalidDataException>();
        FluentActions.Invoking(() => Read([])).Should().Throw<InvalidDataException>().WithMessage("*the end is missing*");
    }

    [Fact]
    public void A_checkpoint_from_elsewhere_finds_a_file_that_was_written_anew()
    {
        var stream = Kept.Heads.All[0].Stream;
        EventRecord? previous = null;
        EventRecord[] anew = [.. Archive.Records.Select(record => record.Stream == stream ? previous = Archive.Again(record, previous, payload: "{}"u8.ToArray()) : record)];

        FileTampering.Verified(FileTampering.Written(anew, null)).IsIntact.Should().BeTrue("whoever writes all of it can write all of it");
        FileTampering.Verified(FileTampering.Written(anew, null), null, Kept).History.Breaks.Should().ContainSingle(found => found.Stream == stream)
            .Which.Break.Kind.Should().Be(ChainBreakKind.CheckpointDiffers);
        FileTampering.Verified(FileTampering.Written(anew, Kept)).IsIntact.Should().BeFalse("the file brought the checkpoint along");
    }

    [Theory]
    [InlineData("", LineFaultKind.EndMissing, 0)]
    [InlineData("\uFEFF{\"format\":\"change-release.history\",\"version\":1}\n", LineFaultKind.FormatUnknown, 1)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":2}\n", LineFaultKind.FormatUnknown, 1)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":1}\r\n", LineFaultKind.FormatUnknown, 1)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":1}\n\n", LineFaultKind.Unreadable, 2)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":1}\n{\"format\":\"change-release.history\",\"version\":1}\n", LineFaultKind.OutOfPlace, 2)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":1}\n{\"records\":1,\"streams\":0,\"root\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n", LineFaultKind.TotalsDiffer, 2)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":1}\n{\"records\":0,\"streams\":0,\"root\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}", LineFaultKind.SpelledOtherwise, 2)]
    [InlineData("{\"format\":\"change-release.history\",\"version\":1}\n{\"records\":0,\"streams\":0,\"root\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\nx", LineFaultKind.Unreadable, 3)]
    public void What_is_no_such_file_is_told_with_its_line(string text, LineFaultKind kind, long line) =>
        FileTampering.Verified(Encoding.UTF8.GetBytes(text)).Faults[0].Should().Be(new LineFault(line, kind));

    [Fact]
    public void A_line_that_is_too_long_is_passed_over_and_told()
    {
        var limits = new HistoryLimits { LineBytes = 700 };
        var text = Encoding.UTF8.GetString(File).Split('\n');
        var file = Encoding.UTF8.GetBytes(string.Join('\n', [.. text[..8], new string('x', 1_000_000), .. text[8..]]));

        FileTampering.Verified(file, limits).Faults.Should().Equal(new LineFault(9, LineFaultKind.TooLong));
        FluentActions.Invoking(() => Read(file, isAsFound: true, limits)).Should().Throw<InvalidDataException>().WithMessage("Line 9: *");
    }

    [Fact]
    public void Streams_and_findings_are_bounded()
    {
        var records = Enumerable.Range(0, 50).Select(number => Chains.First(Chains.Stream(key: $"CHG-{number}"))).ToArray();

        FileTampering.Verified(FileTampering.Written(records, null), new HistoryLimits { Streams = 10 }).Faults.Should().Equal(new LineFault(12, LineFaultKind.TooManyStreams));

        var junk = FileTampering.Verified(Encoding.UTF8.GetBytes("{\"format\":\"change-release.history\",\"version\":1}\n" + string.Concat(Enumerable.Repeat("x\n", 5_000))));
        junk.Faults.Should().HaveCount(HistoryLimits.Ordinary.Findings);
        junk.FaultsFound.Should().Be(5_001);
    }

    [Fact]
    public async Task Records_of_one_command_are_taken_together()
    {
        var one = Chains.First(Chains.Stream(), "a");
        var two = Chains.Next(Chains.Stream(), one, "a");
        var three = Chains.Next(Chains.Stream(), two, "b");
        var other = Chains.First(Chains.Stream(key: "CHG-8"), "b");
        var batches = new List<ValueList<EventRecord>>();
        await foreach (var batch in new[] { one, two, three, other }.ToAsyncEnumerable().ByCommandAsync())
        {
            batches.Add(batch);
        }

        batches.Should().Equal([one, two], [three], [other]);
    }

    private static List<EventRecord> Read(byte[] file, bool isAsFound = false, HistoryLimits? limits = null) =>
        HistoryFile.ReadAsync(new MemoryStream(file), isAsFound, limits).ToBlockingEnumerable().ToList();
}
