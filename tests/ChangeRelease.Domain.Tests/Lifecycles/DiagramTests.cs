using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Lifecycles;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

public sealed class DiagramTests
{
    private static readonly Lifecycle<Trial> Small = Lifecycle.Define<Trial>("small", 1, table => table
        .StartsIn(Draft)
        .In(Draft)
            .On(Submit).Choose(Selector.For<Trial>("size", ["big", "tiny"], trial => trial.Answer), ("big", Checking), ("tiny", Closed))
            .On(Annotate).Stay()
        .In(Checking)
            .On(Close).GoTo(Closed)
            .On(Start).ExitTo(Straight(), Checking)
        .EndsIn(Closed));

    [Fact]
    public void A_small_table_is_drawn_in_Mermaid_like_this() => Diagram.Mermaid(Small.Description).Should().Be("""
        stateDiagram-v2
            direction LR
            state "Preparation" as p0 {
                state "Draft" as s0
            }
            state "Authorization" as p1 {
                state "Checking" as s1
            }
            state "Ended" as p2 {
                state "Closed" as s2
            }
            state "Checking in straight" as x0
            [*] --> s0
            s0 --> s1 : Submit #91;big#93;
            s0 --> s2 : Submit #91;tiny#93;
            s0 --> s0 : Annotate
            s1 --> s2 : Close
            s1 --> x0 : Start
            s2 --> [*]

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_small_table_is_drawn_in_DOT_like_this() => Diagram.Dot(Small.Description).Should().Be("""
        digraph "small" {
            rankdir=LR;
            node [shape=box, style=rounded];
            subgraph cluster_0 {
                label="Preparation";
                s0 [label="Draft"];
            }
            subgraph cluster_1 {
                label="Authorization";
                s1 [label="Checking"];
            }
            subgraph cluster_2 {
                label="Ended";
                s2 [label="Closed", peripheries=2];
            }
            x0 [label="Checking in straight", shape=plaintext];
            start [shape=point];
            start -> s0;
            s0 -> s1 [label="Submit [big]"];
            s0 -> s2 [label="Submit [tiny]"];
            s0 -> s0 [label="Annotate"];
            s1 -> s2 [label="Close"];
            s1 -> x0 [label="Start"];
        }

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Two_exits_that_read_alike_stay_two()
    {
        var lifecycle = Lifecycle.Define<Trial>("alike", 1, table => table
            .StartsIn(Draft).In(Draft)
                .On(Submit).ExitTo(Straight(version: 1), Checking)
                .On(Start).ExitTo(Straight(version: 2), Checking)
                .On(Hold).ExitTo(Straight(version: 1), Checking)
                .On(Close).GoTo(Closed)
            .EndsIn(Closed));

        MermaidText.Read(Diagram.Mermaid(lifecycle.Description)).States.Should().Be(4);
        DotText.Read(Diagram.Dot(lifecycle.Description)).Nodes.Should().Be(5);
    }

    [Fact]
    public void Hostile_names_one_by_one_change_nothing_but_labels()
    {
        foreach (var name in HostileNames.All)
        {
            AssertSameStructure(name);
        }
    }

    [Property(MaxTest = 500)]
    public FsCheck.Property Hostile_names_in_any_mixture_change_nothing_but_labels(int seed)
    {
        var random = new Random(seed);
        var name = $"n{string.Concat(random.GetItems(HostileNames.Snippets, random.Next(1, 8)))}n";
        AssertSameStructure(name);
        return true.ToProperty().Classify(name.Contains('"', StringComparison.Ordinal), "quoted").Classify(name.Contains(':', StringComparison.Ordinal), "colon");
    }

    [Fact]
    public void What_is_drawn_reads_as_it_was_named()
    {
        foreach (var snippet in HostileNames.Snippets)
        {
            var (lifecycle, drawing) = HostileNames.Drawn($"a{snippet}b");
            string[] names = [lifecycle.States[0].Name, $"{lifecycle.Transitions[2].Trigger} [LR]", lifecycle.Transitions[0].Requirements[0].ToString()];

            MermaidText.Read(Diagram.Mermaid(lifecycle, drawing)).Labels.Should().Contain(names);
            DotText.Read(Diagram.Dot(lifecycle, drawing)).Labels.Should().Contain(names);
        }
    }

    [Fact]
    public void No_drawing_holds_a_character_that_breaks_or_turns_a_line()
    {
        var allowed = (Rune rune) => rune.Value is '\n' or ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);

        foreach (var snippets in HostileNames.Snippets.Chunk(20))
        {
            var (lifecycle, drawing) = HostileNames.Drawn($"n{string.Concat(snippets)}n");
            Diagram.Mermaid(lifecycle, drawing).EnumerateRunes().Should().OnlyContain(rune => allowed(rune));
            Diagram.Dot(lifecycle, drawing).EnumerateRunes().Should().OnlyContain(rune => allowed(rune));
        }
    }

    [Fact]
    public void Nothing_null_is_drawn()
    {
        FluentActions.Invoking(() => Diagram.Mermaid(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Diagram.Dot(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Diagram.Mermaid(Small.Description, null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Diagram.Dot(Small.Description, null!)).Should().Throw<ArgumentNullException>();
    }

    private static void AssertSameStructure(string name)
    {
        var ((plain, plainly), (hostile, drawing)) = (HostileNames.Drawn("plain"), HostileNames.Drawn(name));

        MermaidText.Read(Diagram.Mermaid(hostile, drawing)).Shape.Should().Equal(MermaidText.Read(Diagram.Mermaid(plain, plainly)).Shape, "of {0}", name);
        DotText.Read(Diagram.Dot(hostile, drawing)).Shape.Should().Equal(DotText.Read(Diagram.Dot(plain, plainly)).Shape, "of {0}", name);
    }
}
