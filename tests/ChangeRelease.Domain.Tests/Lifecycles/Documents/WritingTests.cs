using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>How a lifecycle looks when the library writes it, and what derived definitions keep.</summary>
public sealed class WritingTests
{
    [Fact]
    public void A_small_lifecycle_is_written_as_people_would()
    {
        var heldFrom = Selector.Origin<Trial>("held from", _ => Draft);
        var early = SketchedLifecycle.LeadTime.With(Arguments.Of(SketchedLifecycle.Days, 3));
        var lifecycle = Lifecycle.Define<Trial>("small", 1, table => table
            .StartsIn(Draft)
            .In(Draft).On(Submit).GoTo(Checking).When(Trial.Needs(1), early)
            .In(Draft, Checking).On(Annotate).Stay()
            .In(Checking).On(Close).GoTo(Closed)
            .SideDoor(Hold).From(Draft, Checking).GoTo(Held)
            .SideDoor(Resume).From(Held).Return(heldFrom, Way.BackTo(Draft), Way.BackTo(Checking))
            .EndsIn(Closed)
            .Takes(Annotate, Parameter.Text("note", "What to remember."), Parameter.Truth("urgent", "Whether it is.").Optional()));

        Encoding.UTF8.GetString(LifecycleDocument.Write(lifecycle.Description)).Should().Be("""
            {
              "format": "change-release/lifecycle/1",
              "id": "small",
              "version": 1,
              "states": [
                { "name": "Draft", "phase": "Preparation" },
                { "name": "Checking", "phase": "Authorization" },
                { "name": "Held", "phase": "Paused" },
                { "name": "Closed", "phase": "Ended" }
              ],
              "start": "Draft",
              "ends": ["Closed"],
              "triggers": [
                "Submit",
                {
                  "name": "Annotate",
                  "takes": [
                    { "name": "note", "kind": "text", "says": "What to remember." },
                    { "name": "urgent", "kind": "truth", "says": "Whether it is.", "optional": true }
                  ]
                },
                "Close",
                "Hold",
                "Resume"
              ],
              "transitions": [
                {
                  "from": "Draft",
                  "on": "Submit",
                  "to": "Checking",
                  "needs": ["trial.requirement.r1", { "code": "trial.lead.short", "with": { "days": 3 } }]
                },
                { "from": ["Draft", "Checking"], "on": "Annotate", "stay": true },
                { "from": "Checking", "on": "Close", "to": "Closed" },
                { "from": ["Draft", "Checking"], "on": "Hold", "sideDoor": true, "to": "Held" },
                {
                  "from": "Held",
                  "on": "Resume",
                  "sideDoor": true,
                  "by": "held from",
                  "ways": [{ "to": "Draft" }, { "to": "Checking" }]
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_a_definition_derives_from_is_kept_and_hashed()
    {
        var parent = Straight("parent");
        var table = new LifecycleTable<Trial>("child", 2) { Parent = parent };
        table.StartsIn(Draft).In(Draft).On(Submit).GoTo(Checking).When(Trial.Needs(1)).In(Checking).On(Close).GoTo(Closed).EndsIn(Closed);
        var child = Lifecycle.Build(table);
        var document = LifecycleDocument.Write(child.Description);

        var read = LifecycleDocument.Read(document, Vocabulary.Of(child)).OrThrow();
        read.Reference.Should().Be(child.Reference);
        read.Description.DerivedFrom.Should().Be(parent.Reference);
        Spoiling.Told(LifecycleDocument.Read(document, Vocabulary.Of(child).With(Vocabulary<Trial>.Empty))).Should().BeEmpty();
        Spoiling.Told(LifecycleDocument.Read(document, Vocabulary<Trial>.Empty.With(Trial.Needs(1)))).Should().Equal("lifecycle.document.definition-unknown at $.derivedFrom");
        var other = Vocabulary<Trial>.Empty.With(Trial.Needs(1)).With(Lifecycle.Define<Trial>("parent", 1, other => other.StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).EndsIn(Closed)));
        Spoiling.Told(LifecycleDocument.Read(document, other)).Should().Equal("lifecycle.document.definition-differs at $.derivedFrom.hash");
    }

    [Fact]
    public void Equal_values_give_equal_tables_however_they_were_spelled()
    {
        var plain = Spoiling.Read(Specimen.With("{ \"days\": 4 }", "{ \"days\": 0, \"until\": \"2026-11-02T14:00:00Z\", \"role\": \"é\" }")).OrThrow();
        var odd = Spoiling.Read(Specimen.With("{ \"days\": 4 }", "{ \"role\": \"e\\u0301\", \"until\": \"2026-11-02T14:00:00.000Z\", \"days\": -0 }")).OrThrow();

        odd.Reference.Should().Be(plain.Reference);
        odd.Description.Should().Be(plain.Description);
    }

    [Fact]
    public void What_loosens_its_parent_is_told_with_the_row_where_it_does()
    {
        var parent = Straight("parent");
        const string laxer = """
            {
              "format": "change-release/lifecycle/1", "id": "laxer", "version": 1, "derivedFrom": { "id": "parent", "version": 1 },
              "states": [{ "name": "Draft", "phase": "Preparation" }, { "name": "Checking", "phase": "Authorization" }, { "name": "Closed", "phase": "Ended" }],
              "start": "Draft", "ends": ["Closed"], "triggers": ["Submit", "Close"],
              "transitions": [
                { "from": "Draft", "on": "Submit", "to": "Checking", "needs": ["trial.requirement.r0"] },
                { "from": "Draft", "on": "Close", "to": "Closed" },
                { "from": "Checking", "on": "Close", "to": "Closed" }
              ]
            }
            """;
        var words = Vocabulary<Trial>.Empty.With(Trial.Needs(0)).With(parent);

        Spoiling.Told(LifecycleDocument.Read(laxer, words)).Should().Equal("lifecycle.derivation.loosens at $.transitions[1]");
        Spoiling.Told(LifecycleDocument.Read(laxer.Replace(".r0", ".r9", StringComparison.Ordinal), words)).Should().Equal("lifecycle.document.requirement-unknown at $.transitions[0].needs[0]");
        LifecycleDocument.Read(laxer.Replace("{ \"from\": \"Draft\", \"on\": \"Close\", \"to\": \"Closed\" },", string.Empty, StringComparison.Ordinal), words).OrThrow()
            .Description.DerivedFrom.Should().Be(parent.Reference);
    }

    [Fact]
    public void A_change_model_need_not_say_what_built_in_triggers_take_and_may_not_say_otherwise()
    {
        static DocumentReading<ChangeModel> Read(string trigger) => ChangeModel.Read(
            Encoding.UTF8.GetBytes($$"""
            {
              "format": "change-release/lifecycle/1", "id": "plain", "version": 1,
              "states": [{ "name": "Draft", "phase": "Preparation" }, { "name": "Canceled", "phase": "Ended" }],
              "start": "Draft", "ends": ["Canceled"], "triggers": [{{trigger}}],
              "transitions": [{ "from": "Draft", "on": "Cancel", "to": "Canceled", "needs": ["change.reason.missing"] }]
            }
            """),
            ChangeVocabulary.BuiltIn);
        var normal = ChangeModels.Normal.Lifecycle.Description.ParametersOf(ChangeTriggers.Cancel);
        var written = Encoding.UTF8.GetString(LifecycleDocument.Write(Read("\"Cancel\"").OrThrow().Lifecycle.Description));

        normal.Should().NotBeEmpty();
        Read("\"Cancel\"").OrThrow().Lifecycle.Description.ParametersOf(ChangeTriggers.Cancel).Should().Equal(normal);
        ChangeModel.Read(Encoding.UTF8.GetBytes(written), ChangeVocabulary.BuiltIn).OrThrow().Lifecycle.Description.ParametersOf(ChangeTriggers.Cancel).Should().Equal(normal);
        Read("{ \"name\": \"Cancel\", \"takes\": [] }").Faults.Should().ContainSingle().Which.Path.Should().Be("$.triggers[0]");
    }
}
