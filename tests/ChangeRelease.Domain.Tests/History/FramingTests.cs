using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

public sealed class FramingTests
{
    // Whatever might be taken for an end, a length or an escape, and letters that some encodings fold.
    private static readonly string[] Pieces =
        ["a", "b", "/", "%", "%2F", "%25", "|", ":", ",", "\"", "\\", "1", "\u00E9", "e\u0301", "\u212B", "\U0001F600", "\uFFFD", "\u200B"];

    private static Gen<string> Name => Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => string.Concat(pieces.Take(12)));

    private static Gen<EventRecord> Record =>
        from tenant in Name
        from kind in Gen.Elements("change", "a", "a-b")
        from key in Name
        from version in Gen.Choose(1, 70_000)
        from seconds in Gen.Choose(int.MinValue, int.MaxValue)
        from actor in Name
        from command in Name
        from causation in Gen.OneOf(Gen.Constant<string?>(null), Name.Select(name => (string?)name))
        from type in Name
        from payload in Gen.OneOf(Gen.Constant(string.Empty), Name)
        select EventRecord.Create(
            Chains.Stream(tenant, kind, key),
            version,
            Chains.Stamp(command, actor, NodaConstants.UnixEpoch + Duration.FromSeconds(seconds)),
            causation is null ? null : new CommandId(causation),
            type,
            Encoding.UTF8.GetBytes(payload),
            version == 1 ? Digest.Zero : Digest.Of(Encoding.UTF8.GetBytes(key)));

    [Property(MaxTest = 500)]
    public Property The_framing_is_the_documented_one() =>
        Prop.ForAll(Record.ToArbitrary(), record =>
            RecordFraming.Frame(record).AsSpan().SequenceEqual(IndependentVerification.Framing(record))
            && record.Hash == IndependentVerification.HashOf(record));

    [Property(MaxTest = 500)]
    public Property Every_field_comes_out_of_its_frame_as_it_went_in() =>
        Prop.ForAll(Record.ToArbitrary(), record => IsRecord(IndependentVerification.Unframed(RecordFraming.Frame(record)), record)
            .Classify(record.Causation is null, "without causation")
            .Classify(record.Payload.IsEmpty, "empty payload"));

    [Fact]
    public void No_character_moves_from_one_field_into_the_next_unnoticed()
    {
        string[] cuts = ["aaaa|a|a", "aaa|aa|a", "aa|aaa|a", "a|aaaa|a", "a|aaa|aa", "a|aa|aaa", "a|a|aaaa", "aaa|a|aa", "aa|a|aaa", "aa|aa|aa"];

        cuts.Select(cut => cut.Split('|'))
            .Select(names => EventRecord.Create(
                Chains.Stream(), 1, Chains.Stamp(names[1], names[0]), null, names[2], [], Digest.Zero).Hash)
            .Should().OnlyHaveUniqueItems().And.HaveCount(cuts.Length);
    }

    [Fact]
    public void No_causation_and_every_causation_differ()
    {
        var record = Chains.First(Chains.Stream());
        string[] causations = [record.Type, record.Command.Value, "0", "-", "null", "\u200B"];

        causations.Select(causation => record.WithCausation(new CommandId(causation))).Append(record).Select(IndependentVerification.HashOf)
            .Should().OnlyHaveUniqueItems();
    }

    private static bool IsRecord(IReadOnlyList<byte[]> fields, EventRecord record) =>
        fields.Count == 12
        && fields[0].AsSpan().SequenceEqual(RecordFraming.Name)
        && Text(fields[1]) == record.Stream.Tenant.Value
        && Text(fields[2]) == record.Stream.Kind
        && Text(fields[3]) == record.Stream.Key
        && Number(fields[4]) == record.Version
        && NodaConstants.UnixEpoch.PlusTicks(Number(fields[5]) * 10) == record.At
        && Text(fields[6]) == record.Actor.Value
        && Text(fields[7]) == record.Command.Value
        && Text(fields[8]) == (record.Causation?.Value ?? string.Empty)
        && Text(fields[9]) == record.Type
        && fields[10].AsSpan().SequenceEqual(record.Payload.Span)
        && Convert.ToHexStringLower(fields[11]) == record.PreviousHash.Hex;

    private static string Text(byte[] field) => Encoding.UTF8.GetString(field);

    private static long Number(byte[] field) => BitConverter.ToInt64([.. field.Reverse()]);
}
