using System.Text;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.History;

public sealed class UpcasterTests
{
    private static readonly Upcaster Second = Upcaster.Rename("noted", "noted-2", payload => [.. payload.ToArray(), (byte)'2']);
    private static readonly Upcaster Third = Upcaster.Rename("noted-2", "noted-3", payload => [.. payload.ToArray(), (byte)'3']);
    private static readonly Upcaster Split = new("moved", ["left", "noted-2"], form => [new EventForm("left", form.Payload.Span), new EventForm("noted-2", "n"u8)]);

    private static readonly Upcasters All = Upcasters.Of(Third, Split, Second);

    [Theory]
    [InlineData("noted", "noted-3:x23")]
    [InlineData("noted-2", "noted-3:x3")]
    [InlineData("noted-3", "noted-3:x")]
    [InlineData("moved", "left:x noted-3:n3")]
    [InlineData("unheard-of", "unheard-of:x")]
    public void A_form_is_brought_as_far_as_the_chain_of_names_goes(string type, string expected) =>
        string.Join(' ', All.Bring(new EventForm(type, "x"u8)).Select(form => $"{form.Type}:{Encoding.UTF8.GetString(form.Payload.Span)}")).Should().Be(expected);

    [Fact]
    public void What_is_old_is_known() =>
        new[] { "noted", "noted-2", "noted-3", "moved", "left" }.Where(All.IsOld).Should().Equal("noted", "noted-2", "moved");

    [Fact]
    public void A_circle_is_refused_with_its_way()
    {
        var back = Upcaster.Rename("noted-3", "noted", payload => payload.ToArray());

        FluentActions.Invoking(() => Upcasters.Of(Split, Second, Third, back)).Should().Throw<ArgumentException>()
            .WithMessage("*noted-2 to noted-3 to noted to noted-2*");
        FluentActions.Invoking(() => Upcasters.Of(Upcaster.Rename("a", "a", payload => payload.ToArray()))).Should().Throw<ArgumentException>().WithMessage("*a to a*");
    }

    [Fact]
    public void Two_ways_from_one_form_and_a_way_to_nowhere_are_refused()
    {
        FluentActions.Invoking(() => Upcasters.Of(Second, Second)).Should().Throw<ArgumentException>().WithMessage("noted has two*");
        FluentActions.Invoking(() => Upcasters.Of(new Upcaster("gone", [], _ => []))).Should().Throw<ArgumentException>().WithMessage("Nothing comes of gone*");
    }

    [Fact]
    public void An_upcaster_gives_what_it_named_or_the_history_is_not_read()
    {
        Upcaster[] broken =
        [
            new("a", ["b"], _ => []),
            new("a", ["b"], _ => [new EventForm("c", [])]),
            new("a", ["b"], _ => throw new FormatException("no such member")),
        ];

        broken.Should().AllSatisfy(upcaster => FluentActions.Invoking(() => Upcasters.Of(upcaster).Bring(new EventForm("a", []))).Should().Throw<InvalidDataException>());
    }

    [Fact]
    public void A_chain_of_a_thousand_versions_is_brought_home()
    {
        var chain = Upcasters.Of(Enumerable.Range(0, 1_000).Select(number => Upcaster.Rename($"v{number}", $"v{number + 1}", payload => payload.ToArray())));

        chain.Bring(new EventForm("v0", [])).Should().ContainSingle().Which.Type.Should().Be("v1000");
    }

    [Fact]
    public void A_form_has_a_name() => FluentActions.Invoking(() => new EventForm(" ", [])).Should().Throw<ArgumentException>();
}
