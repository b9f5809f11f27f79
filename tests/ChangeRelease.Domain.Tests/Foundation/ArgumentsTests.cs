using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Foundation;

public sealed class ArgumentsTests
{
    private static readonly Parameter<string> Why = Parameter.Text("why", "Why.");
    private static readonly Parameter<string> Side = Parameter.Choice("side", "Which side.", "left", "right");
    private static readonly Parameter<DayOfWeek> Day = Parameter.Choice<DayOfWeek>("day", "Which day.");
    private static readonly Parameter<long> Days = Parameter.Number("days", "How many.");
    private static readonly Parameter<bool> Soon = Parameter.Truth("soon", "Whether soon.").Optional();
    private static readonly Parameter<Instant> From = Parameter.Instant("from", "From when on.");
    private static readonly Parameter<Duration> Lead = Parameter.Duration("lead", "How long before.");
    private static readonly Parameter<ActorId> Who = Parameter.Named("who", "Who.", text => new ActorId(text));
    private static readonly Parameter<Digest> Seen = Parameter.Digest("seen", "What was seen.");

    [Fact]
    public void What_is_put_in_comes_out()
    {
        var at = Instant.FromUtc(2026, 11, 2, 14, 0) + Duration.FromTicks(12_340);
        var arguments = Arguments.Of(Why, "na\u00efve \"quote\" \u2028 <&>").With(Side, "left").With(Day, DayOfWeek.Friday).With(Days, long.MinValue).With(Soon, true)
            .With(From, at).With(Lead, Duration.FromMinutes(90)).With(Who, new ActorId("ann")).With(Seen, Digest.Zero);

        (arguments.Get(Why), arguments.Get(Side), arguments.Get(Day), arguments.Get(Days), arguments.Get(Soon)).Should().Be(("na\u00efve \"quote\" \u2028 <&>", "left", DayOfWeek.Friday, long.MinValue, true));
        (arguments.Get(From), arguments.Get(Lead), arguments.Get(Who), arguments.Get(Seen)).Should().Be((at, Duration.FromMinutes(90), new ActorId("ann"), Digest.Zero));
    }

    [Fact]
    public void Equal_values_make_equal_arguments_in_whatever_order_and_spelling_they_came()
    {
        var made = Arguments.Of(Days, 3).With(Why, "caf\u00e9");

        Arguments.Of(Why, "cafe\u0301").With(Days, 3).Should().Be(made);
        Read("""{ "why" : "caf\u0065\u0301", "days":3 }""").Should().Be(made);
        Read("""{ "why" : "caf\u0065\u0301", "days":3 }""").GetHashCode().Should().Be(made.GetHashCode());
        made.ToString().Should().Be("days: 3, why: \"caf\\u00E9\"");
        Arguments.Of(Days, 4).With(Why, "caf\u00e9").Should().NotBe(made);
    }

    [Fact]
    public void What_is_not_given_is_not_invented()
    {
        Arguments.None.TryGet(Days, out _).Should().BeFalse();
        Arguments.None.Invoking(none => none.Get(Days)).Should().Throw<KeyNotFoundException>().WithMessage("*days*");
        Read("""{"days":"three"}""").Invoking(wrong => wrong.Get(Days)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"":1}""")]
    [InlineData("""{" a":1}""")]
    public void Other_JSON_is_no_arguments(string json) => FluentActions.Invoking(() => Read(json)).Should().Throw<FormatException>();

    [Theory]
    [InlineData("""{"why":1}""", "Malformed why")]
    [InlineData("""{"side":"middle"}""", "Malformed side")]
    [InlineData("""{"day":"friday"}""", "Malformed day")]
    [InlineData("""{"days":1.0}""", "Malformed days")]
    [InlineData("""{"days":9223372036854775808}""", "Malformed days")]
    [InlineData("""{"soon":"true"}""", "Malformed soon")]
    [InlineData("""{"from":"2026-11-02"}""", "Malformed from")]
    [InlineData("""{"from":20261102}""", "Malformed from")]
    [InlineData("""{"lead":"90 minutes"}""", "Malformed lead")]
    [InlineData("""{"who":" ann"}""", "Malformed who")]
    [InlineData("""{"seen":"00"}""", "Malformed seen")]
    [InlineData("""{"when":null}""", "Unknown when")]
    public void What_is_wrong_with_one_argument_is_told_by_its_name(string json, string problem) => ArgumentCheck
        .ProblemsOf([Why, Side, Day, Days, Soon, From, Lead, Who, Seen], Read(json))
        .Where(found => found.Kind != ArgumentProblemKind.Missing).Select(found => $"{found.Kind} {found.Parameter}").Should().Equal(problem);

    [Fact]
    public void Every_problem_is_told_at_once_in_the_order_of_the_parameters_and_an_optional_one_may_be_missing() => ArgumentCheck
        .ProblemsOf([Why, Soon, Days], Read("""{"days":"x","nobody":1}""")).Select(problem => problem.Message).Should().Equal(
            "No value is given for 'why'.", "The value given for 'days' is not a whole number of 64 bits.", "Nothing takes a value for 'nobody'.");

    [Fact]
    public void A_template_makes_equal_requirements_from_equal_arguments()
    {
        var template = RequirementTemplate.For<long>("lab.lead.short", [Days], arguments =>
            Requirement.For<long>("lab.lead.short").Says("It leads by enough days.").IsMetWhen(lead => lead >= arguments.Get(Days)));

        var three = template.With(Arguments.Of(Days, 3));

        three.Should().Be(template.With(Arguments.Of(Days, 3))).And.NotBe(template.With(Arguments.Of(Days, 4)));
        (three.IsMetBy(3), three.IsMetBy(2)).Should().Be((true, false));
        three.Refuse(2).Single().Facts.Should().Equal(new Fact("asked for", "days: 3"));
        three.Reference.ToString().Should().Be("lab.lead.short(days: 3)");
        template.Invoking(it => it.With(Arguments.Of(Why, "x"))).Should().Throw<ArgumentException>().WithMessage("*'days'*'why'*");
        RequirementTemplate.For<long>("lab.lead.short", [], _ => Requirement.For<long>("lab.lead.other").Says("It is.").IsMetWhen(_ => true))
            .Invoking(it => it.With(Arguments.None)).Should().Throw<InvalidOperationException>().WithMessage("*lab.lead.other*");
    }

    [Fact]
    public void Facts_are_found_by_key_and_type_and_recorded()
    {
        var (owner, age) = (new FactKey<ActorId>("owner"), new FactKey<int>("age"));
        var facts = FactSet.None.With(owner, new ActorId("ann"), "inventory 7").With(age, 3, "3");

        (facts.Get(owner), facts.Get(age)).Should().Be((new ActorId("ann"), 3));
        facts.Recorded.Should().Equal(new Fact("age", "3"), new Fact("owner", "inventory 7"));
        facts.Knows(new FactKey<string>("owner")).Should().BeFalse("it is of another type");
        FactSet.None.Invoking(none => none.Get(owner)).Should().Throw<KeyNotFoundException>();
    }

    private static Arguments Read(string json) => Arguments.Read(JsonDocument.Parse(json).RootElement);

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":{"b":"\udc00"}}""")]
    [InlineData("""{"a":["\ud800x"]}""")]
    public void Half_a_surrogate_pair_is_told_as_what_cannot_be_read(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var reading = () => Arguments.Read(document.RootElement);

        reading.Should().Throw<FormatException>();
    }
}
