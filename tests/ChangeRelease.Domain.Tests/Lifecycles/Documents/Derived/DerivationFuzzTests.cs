using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Whatever is done to a derivation's document, it is read or told what is wrong with it; and the schema says the same of its shape.</summary>
public sealed class DerivationFuzzTests
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(DerivationDocument.Schema()).RootElement);

    [Fact]
    public void Random_edits_of_a_sound_derivation_never_crash()
    {
        var random = new Random(29);
        var sound = Encoding.UTF8.GetBytes(DerivationSpecimen.Text);
        var (accepted, syntax, told, step, loosens) = (0, 0, 0, 0, 0);
        for (var turn = 0; turn < 4_000; turn++)
        {
            var reading = DerivationSpecimen.Read(turn % 2 == 0 ? FuzzTests.Edited(sound, random) : FuzzTests.Reworded(sound, random));
            if (reading.Value is { } read)
            {
                accepted++;
                LifecycleComparison.AtLeastAsStrict(read.Description, DerivationSpecimen.Parent.Description).Holds.Should().BeTrue();
            }

            var codes = reading.Faults.Select(fault => fault.Code).ToList();
            syntax += codes.Exists(code => code is "lifecycle.document.syntax" or "lifecycle.document.not-utf-8") ? 1 : 0;
            told += codes.Exists(code => code.StartsWith("lifecycle.document.", StringComparison.Ordinal)) ? 1 : 0;
            step += codes.Exists(code => code.StartsWith("lifecycle.derivation.nothing", StringComparison.Ordinal)) ? 1 : 0;
            loosens += codes.Contains("lifecycle.derivation.loosens") ? 1 : 0;
        }

        (accepted, syntax, told, step, loosens).Should().Match<(int Accepted, int Syntax, int Told, int Step, int Loosens)>(counts =>
            counts.Accepted > 150 && counts.Syntax > 500 && counts.Told > 1_500 && counts.Step > 10 && counts.Loosens > 1);
    }

    [Fact]
    public void A_spoiled_derivation_is_refused_by_schema_and_reader_or_by_neither()
    {
        Accepts(DerivationSpecimen.Text).Should().BeTrue();
        var (refused, accepted) = (0, 0);
        foreach (var document in MalformedDerivations.Shapes.Concat(MalformedDerivations.References).Select(edit => DerivationSpecimen.With(edit.Old, edit.New)).Concat(Overlong))
        {
            ShouldAgree(document, ref refused, ref accepted);
        }

        (refused, accepted).Should().Match<(int Refused, int Accepted)>(counts => counts.Refused > 20 && counts.Accepted > 30);
    }

    [Fact]
    public void Random_edits_of_values_are_refused_by_schema_and_reader_or_by_neither()
    {
        var random = new Random(31);
        var (refused, accepted) = (0, 0);
        for (var turn = 0; turn < 1_000; turn++)
        {
            ShouldAgree(SchemaTests.Edited(DerivationSpecimen.Text, random), ref refused, ref accepted);
        }

        (refused, accepted).Should().Match<(int Refused, int Accepted)>(counts => counts.Refused > 100 && counts.Accepted > 100);
    }

    private static IEnumerable<string> Overlong =>
    [
        DerivationSpecimen.With("\"insert\": [", $"\"insert\": [{string.Concat(Enumerable.Repeat("{ \"state\": \"A\", \"phase\": \"Ready\", \"to\": \"Running\" },", 255))}"),
        DerivationSpecimen.With("\"forbid\": [", $"\"forbid\": [{string.Concat(Enumerable.Repeat("{ \"on\": \"Hold\" },", 1_000))}"),
        DerivationSpecimen.With("[\"Annotate\"]", $"[{string.Join(',', Enumerable.Repeat("\"Annotate\"", 257))}]"),
    ];

    private static void ShouldAgree(string document, ref int refused, ref int accepted)
    {
        var codes = DerivationSpecimen.Read(document).Faults.Select(fault => fault.Code).ToList();
        if (codes.Contains("lifecycle.document.member-repeated"))
        {
            return;
        }

        var isWrong = codes.Exists(code => SchemaTests.OfShape.Any(shape => code == "lifecycle.document." + shape));
        if (Accepts(document) == isWrong)
        {
            Assert.Fail(document + string.Join('\n', codes));
        }

        (refused, accepted) = isWrong ? (refused + 1, accepted) : (refused, accepted + 1);
    }

    private static bool Accepts(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return Schema.Accepts(parsed.RootElement);
    }
}
