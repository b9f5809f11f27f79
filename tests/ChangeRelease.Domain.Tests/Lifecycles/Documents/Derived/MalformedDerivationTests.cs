using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Spoiled derivations, and everything that is wrong with each.</summary>
public sealed class MalformedDerivationTests
{
    public static TheoryData<int> Shapes => [.. Enumerable.Range(0, MalformedDerivations.Shapes.Count)];

    public static TheoryData<int> References => [.. Enumerable.Range(0, MalformedDerivations.References.Count)];

    [Fact]
    public void The_specimen_is_sound() => DerivationSpecimen.Read(DerivationSpecimen.Text).Faults.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_wrong_shape_is_told_with_its_path_and_nothing_that_follows_from_it(int number) => ShouldTell(MalformedDerivations.Shapes[number]);

    [Theory]
    [MemberData(nameof(References))]
    public void A_wrong_reference_step_or_table_is_told_with_its_path(int number) => ShouldTell(MalformedDerivations.References[number]);

    [Fact]
    public void Faults_of_several_kinds_are_told_together()
    {
        foreach (var (edits, faults) in MalformedDerivations.Together)
        {
            ShouldTell(edits.Chunk(2).Aggregate(DerivationSpecimen.Text, (text, edit) => Specimen.Edit(text, edit[0], edit[1])), faults);
        }
    }

    [Theory]
    [InlineData("\"id\": \"parent\"", "\"id\": \"parrent\"", "Did you mean 'parent'?")]
    [InlineData("\"parent\", \"version\": 1", "\"parent\", \"version\": 4", "Its known versions are [1].")]
    [InlineData("\"from\": \"Draft\", \"to\"", "\"from\": \"Draff\", \"to\"", "Add it to \"insert\", or name another. Did you mean 'Draft'?")]
    [InlineData("\"Looking\", \"on\"", "\"Lokking\", \"on\"", "Did you mean 'Looking'?")]
    [InlineData("\"on\": \"Start\"", "\"on\": \"Stat\"", "Did you mean 'Start'?")]
    [InlineData("\"phase\": \"Rehearsal\"", "\"phase\": \"Rehersal\"", "Did you mean 'Rehearsal'?")]
    [InlineData("\"on\": \"Cancel\", \"from\": [\"Running\", \"Held\"]", "\"on\": \"Submit\"", "Ask for a requirement with \"require\" instead.")]
    [InlineData("\"Rehearsed\", \"on\": \"Rehearse\", \"to\": \"Running\"", "\"Rehearsed\", \"on\": \"Rehearse\", \"to\": \"Rehearsed\"", "Lead a row on.")]
    public void A_fault_says_what_would_mend_it(string old, string @new, string cure) =>
        DerivationSpecimen.Read(DerivationSpecimen.With(old, @new)).Faults.Select(fault => fault.Message).Should().Contain(message => message.EndsWith(cure, StringComparison.Ordinal));

    [Fact]
    public void What_loosens_is_told_with_the_way_to_it()
    {
        var fault = DerivationSpecimen.Read(DerivationSpecimen.With("\"to\": \"Running\" }\n", "\"to\": \"Running\" },\n { \"from\": \"Draft\", \"on\": \"Pass\", \"to\": \"Rehearsed\" }\n")).Faults.Should().ContainSingle().Which;

        (fault.Code, fault.Path).Should().Be(("lifecycle.derivation.loosens", "$.transitions[2]"));
        fault.Message.Should().StartWith("Draft on Pass: False: derived@2 is at least as strict as parent@1.\n  ").And.Contain("Pass").And.EndWith(".");
    }

    // It shows at the first row of the parent's that is not there to be taken; what led to it is the document's.
    [Fact]
    public void What_loosens_by_a_row_of_the_parent_s_is_told_where_the_document_led_to_it()
    {
        var fault = DerivationSpecimen.Read(DerivationSpecimen.With("\"to\": \"Running\" }\n", "\"to\": \"Running\" },\n { \"from\": \"Rehearsed\", \"on\": \"Pass\", \"sideDoor\": true, \"to\": \"Held\" }\n")).Faults.Should().ContainSingle().Which;

        fault.Message.Should().StartWith("Held on ");
        (fault.Code, fault.Path).Should().Be(("lifecycle.derivation.loosens", "$.transitions[2]"));
    }

    [Fact]
    public void Nothing_is_said_to_loosen_while_a_requirement_is_not_known()
    {
        var whole = LifecycleDocument.Write(DerivationSpecimen.InCode().Description);
        var text = System.Text.Encoding.UTF8.GetString(whole).Replace("\"trial.requirement.r2\"", "\"trial.requirement.q\"", StringComparison.Ordinal);

        LifecycleDocument.Read(text, DerivationSpecimen.Words).Faults.Select(fault => fault.Code).Distinct().Should().Equal("lifecycle.document.requirement-unknown");
    }

    private static void ShouldTell(Malformed.Spoiled spoiled) => ShouldTell(DerivationSpecimen.With(spoiled.Old, spoiled.New), spoiled.Faults);

    private static void ShouldTell(string document, string[] faults) =>
        string.Join('\n', Spoiling.Told(DerivationSpecimen.Read(document)).Order(StringComparer.Ordinal)).Should().Be(string.Join('\n', faults.Order(StringComparer.Ordinal)));
}
