using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>What a change fills in lies within the bounds that were approved (S-30).</summary>
public sealed class TemplateParameterTests
{
    private static readonly Parameter<long> Pods = Parameter.Number("pods", "p");
    private static readonly Parameter<string> Order = Parameter.Text("order", "o");
    private static readonly Parameter<string> Ticket = Parameter.Text("ticket", "t");

    public static Arguments Good { get; } = Arguments.Of(Pods, 3).With(Order, "oldest").With(Ticket, "OPS-1");

    public static TheoryData<string, Arguments, string> OutOfBounds => new()
    {
        { "one below", Good.With(Pods, 0), "'pods', and its value is 0, which is not from 1 to 3" },
        { "one above", Good.With(Pods, 4), "'pods', and its value is 4, which is not from 1 to 3" },
        { "the least there is", Good.With(Pods, long.MinValue), "which is not from 1 to 3" },
        { "a text for a number", Good.With(Parameter.Text("pods", "p"), "3"), "'pods', and its value is not a whole number of 64 bits" },
        { "no choice of these", Good.With(Order, "Oldest"), "'order', and its value is none of [oldest, newest]" },
        { "a number for a choice", Good.With(Parameter.Number("order", "o"), 1), "'order', and its value is not a text" },
        { "too short", Good.With(Ticket, "OP"), "'ticket', and its value has 2 characters, which is not from 3 to 12" },
        { "too long", Good.With(Ticket, new string('x', 13)), "'ticket', and its value has 13 characters, which is not from 3 to 12" },
        { "missing", Arguments.Of(Pods, 3).With(Order, "oldest"), "'ticket', and its value is missing" },
        { "of no parameter", Good.With(Parameter.Truth("force", "f"), true), "has no parameter 'force'" },
        { "of another case", Good.With(Parameter.Number("Pods", "p"), 1), "has no parameter 'Pods'" },
    };

    [Theory]
    [MemberData(nameof(OutOfBounds))]
    public void A_value_outside_the_bounds_is_told_with_its_bounds(string what, Arguments arguments, string told)
    {
        var lapses = LapsesOf(arguments).ToList();

        lapses.Should().ContainSingle(what).Which.Kind.Should().Be("argument-out-of-bounds");
        lapses[0].Text.Should().Contain(told);
        lapses[0].Cure.Should().NotBeEmpty();
    }

    [Fact]
    public void The_bounds_themselves_are_inside() =>
        new[] { Good.With(Pods, 1), Good.With(Pods, 3), Good.With(Order, "newest"), Good.With(Ticket, "abc"), Good.With(Ticket, "abcdefghijkl"), Good.With(Ticket, string.Concat(Enumerable.Repeat("\U0001f680", 12))), Good.With(Ticket, "e\u0301e\u0301e\u0301") }
            .Should().AllSatisfy(arguments => LapsesOf(arguments).Should().BeEmpty());

    [Fact]
    public void Everything_that_is_outside_is_told_at_once() =>
        LapsesOf(Arguments.Of(Pods, 9).With(Order, "random").With(Parameter.Truth("force", "f"), true)).Should().HaveCount(4);

    private static IEnumerable<TemplateLapse> LapsesOf(Arguments arguments) => TemplateLapse.Of(
        TemplateStanding.Of(new Play().Publish().Template, null, null, Cast.Opening),
        Play.Content.FillIn(Play.Id, Cast.Content) with { TemplateArguments = arguments },
        null,
        isInFlight: false,
        Cast.Opening,
        new ForeseenRisk([], []));
}
