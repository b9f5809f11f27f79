using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>What a drawing shows beside the table: what is needed, where a subject is and was, and what is available to it.</summary>
public sealed class DrawingTests
{
    private static readonly Parameter<long> Days = Parameter.Number("days", "How many days at least.");

    private static readonly Requirement<Trial> LeadsBy3 = RequirementTemplate
        .For<Trial>("trial.lead.short", [Days], _ => Requirement.For<Trial>("trial.lead.short").Says("It leads long enough.").IsMetWhen(trial => trial.Meets(3)))
        .With(Arguments.Of(Days, 3));

    private static readonly Lifecycle<Trial> Table = Lifecycle.Define<Trial>("held", 1, table => table
        .StartsIn(Draft)
        .In(Draft).On(Submit).GoTo(Checking).When(Trial.Needs(1), LeadsBy3).On(Annotate).Stay().On(Start).Stay().When(Trial.Needs(2))
        .In(Checking).On(Close).GoTo(Closed).On(Start).ExitTo(Straight(), Checking)
        .SideDoor(Hold).From(Draft, Checking).GoTo(Held)
        .SideDoor(Resume).From(Held).Return(Selector.Origin<Trial>("came from", _ => Draft), Way.BackTo(Draft), Way.BackTo(Checking))
        .EndsIn(Closed));

    private static readonly Drawing Life = new()
    {
        ShowsRequirements = true,
        Current = Draft,
        Path = [new PathStep(Draft, Submit, Checking), new PathStep(Checking, Hold, Held), new PathStep(Held, Resume, Draft), new PathStep(Draft, Annotate, Draft)],
        Available = [Annotate, Hold],
    };

    [Fact]
    public void A_life_is_drawn_in_Mermaid_like_this() => Diagram.Mermaid(Table.Description, Life).Should().Be("""
        stateDiagram-v2
            direction LR
            state "Preparation" as p0 {
                state "Draft" as s0
            }
            state "Authorization" as p1 {
                state "Checking" as s1
            }
            state "Paused" as p2 {
                state "Held" as s2
            }
            state "Ended" as p3 {
                state "Closed" as s3
            }
            state "Checking in straight" as x0
            [*] --> s0
            s0 --> s1 : 1 #9656; Submit<br/>trial.requirement.r1<br/>trial.lead.short#40;days#58; 3#41;
            s0 --> s0 : #10003; 4 #9656; Annotate<br/><br/>Start<br/>trial.requirement.r2
            s1 --> s3 : Close
            s1 --> x0 : Start
            s0 --> s2 : #10003; Hold
            s1 --> s2 : 2 #9656; Hold
            s2 --> s0 : 3 #9656; Resume #91;Draft#93;
            s2 --> s1 : Resume #91;Checking#93;
            s3 --> [*]
            classDef visited fill:lightskyblue,color:black
            class s1, s2 visited
            classDef next stroke:seagreen,stroke-width:3px
            class s2 next
            classDef current fill:gold,color:black,stroke:black,stroke-width:4px
            class s0 current

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_life_is_drawn_in_DOT_like_this() => Diagram.Dot(Table.Description, Life).Should().Be("""
        digraph "held" {
            rankdir=LR;
            node [shape=box, style=rounded];
            subgraph cluster_0 {
                label="Preparation";
                s0 [label="Draft", style="rounded,filled", fillcolor=gold, penwidth=3];
            }
            subgraph cluster_1 {
                label="Authorization";
                s1 [label="Checking", style="rounded,filled", fillcolor=lightskyblue];
            }
            subgraph cluster_2 {
                label="Paused";
                s2 [label="Held", style="rounded,filled", fillcolor=lightskyblue, color=seagreen, penwidth=3];
            }
            subgraph cluster_3 {
                label="Ended";
                s3 [label="Closed", peripheries=2];
            }
            x0 [label="Checking in straight", shape=plaintext];
            start [shape=point];
            start -> s0;
            s0 -> s1 [label="1 ▸ Submit\ltrial.requirement.r1\ltrial.lead.short(days: 3)\l", color=dodgerblue, penwidth=2];
            s0 -> s0 [label="✓ 4 ▸ Annotate", color="dodgerblue:seagreen", penwidth=2, fontcolor=seagreen];
            s0 -> s0 [label="Start\ltrial.requirement.r2\l", style=dashed, color=gray50, fontcolor=gray50];
            s1 -> s3 [label="Close"];
            s1 -> x0 [label="Start"];
            s0 -> s2 [label="✓ Hold", color=seagreen, penwidth=2, fontcolor=seagreen, constraint=false];
            s1 -> s2 [label="2 ▸ Hold", color=dodgerblue, penwidth=2, constraint=false];
            s2 -> s0 [label="3 ▸ Resume [Draft]", color=dodgerblue, penwidth=2, constraint=false];
            s2 -> s1 [label="Resume [Checking]", constraint=false];
        }

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_drawing_without_anything_is_the_plain_one()
    {
        Diagram.Mermaid(Table.Description, new Drawing()).Should().Be(Diagram.Mermaid(Table.Description));
        Diagram.Dot(Table.Description, new Drawing()).Should().Be(Diagram.Dot(Table.Description));
    }

    [Fact]
    public void A_place_and_an_attempt_say_what_is_available()
    {
        var place = Table.At(Draft)!;
        var drawing = new Drawing { Current = place.State, Available = place.Available(Trial.MeetsNothing.Curing(2)).ToValueList() };

        MermaidText.Read(Diagram.Mermaid(Table.Description, drawing)).Edges.Where(edge => edge.From == "Draft").SelectMany(edge => edge.Lines)
            .Should().Equal("Submit", "✓ Annotate", "✓ Start", "✓ Hold");
    }

    [Fact]
    public void What_the_table_does_not_have_is_not_marked()
    {
        var drawing = new Drawing
        {
            Current = Running,
            Path = [new PathStep(Draft, Submit, Held), new PathStep(Checking, Start, Checking), new PathStep(Running, Close, Closed, Straight().Reference)],
            Visited = [Running],
            Available = [Submit],
        };

        var drawn = MermaidText.Read(Diagram.Mermaid(Table.Description, drawing));

        drawn.Edges.Should().BeEquivalentTo(MermaidText.Read(Diagram.Mermaid(Table.Description)).Edges);
        drawn.NamesOf("visited").Should().Equal("Draft", "Checking", "Held");
        drawn.NamesOf("current").Should().BeEmpty();
        drawn.NamesOf("next").Should().BeEmpty();
    }

    [Fact]
    public void A_path_out_of_the_table_marks_the_exit()
    {
        var drawing = new Drawing { Path = [new PathStep(Draft, Submit, Checking), new PathStep(Checking, Start, Checking, Straight().Reference)], Current = Checking, Available = [Start] };
        var drawn = MermaidText.Read(Diagram.Mermaid(Table.Description, drawing));

        drawn.NamesOf("visited").Should().Equal("Draft", "Checking in straight");
        drawn.NamesOf("next").Should().Equal("Checking in straight");
        drawn.NamesOf("current").Should().Equal("Checking");
    }

    [Fact]
    public void A_way_that_was_gone_many_times_shows_the_first_times_and_the_last()
    {
        var rounds = Enumerable.Range(0, 7).SelectMany(_ => (PathStep[])[new PathStep(Draft, Hold, Held), new PathStep(Held, Resume, Draft)]).ToValueList();

        MermaidText.Read(Diagram.Mermaid(Table.Description, new Drawing { Path = rounds })).Labels.Should().Contain("1, 3, 5 … 13 ▸ Hold").And.Contain("2, 4, 6 … 14 ▸ Resume [Draft]");
    }

    [Fact]
    public void A_description_that_names_a_state_and_does_not_list_it_is_not_drawn()
    {
        var broken = Table.Description with { States = [Draft, Checking] };

        FluentActions.Invoking(() => Diagram.Mermaid(broken)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Diagram.Dot(broken)).Should().Throw<ArgumentException>();
    }
}
