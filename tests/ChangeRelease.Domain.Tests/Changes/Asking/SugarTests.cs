using System.Reflection;
using System.Text.Json;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Json;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>A typed command is another way to say a trigger with its arguments: nothing more can be said by it, and nothing less.</summary>
public sealed class SugarTests
{
    private static readonly ChangeCommand[] Typed = [.. Specimens.Commands.Where(command => command is not (OpenChange or ActOnChange))];

    [Fact]
    public void Every_typed_command_says_the_same_as_its_trigger_with_its_arguments()
    {
        Typed.Select(command => command.GetType()).Distinct().Should().HaveCountGreaterThan(30);
        Typed.Should().AllSatisfy(command => ChangeForms.Plain(new ActOnChange(command.Trigger!, command.ToArguments())).Should().Be(command));
    }

    [Fact]
    public void Both_ways_to_say_it_are_decided_alike_and_repeat_each_other()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment");
        var move = traveler.Good("CastVote");
        var act = new ActOnChange(ChangeTriggers.CastVote, move.Command.ToArguments());

        ChangeDecider.Decide(traveler.Change, act, move.Facts).Should().Be(traveler.Ask(move));

        traveler.Do(move);
        ChangeDecider.Decide(traveler.Change, act, move.Facts).Should().Be(Decision.Accept<ChangeEvent>(), "it took effect already (S-5)");
    }

    [Fact]
    public void Every_built_in_trigger_has_its_command() => ChangeForms.All.All.Select(form => form.Trigger).Should().BeEquivalentTo(
        typeof(ChangeTriggers).GetProperties().Select(property => property.GetValue(null)));

    [Fact]
    public void What_a_trigger_takes_are_the_fields_of_its_command() => ChangeForms.All.All.Should().AllSatisfy(form =>
    {
        var type = typeof(ChangeCommand).GetCustomAttributes<System.Text.Json.Serialization.JsonDerivedTypeAttribute>()
            .Single(known => form.Type.Equals(known.TypeDiscriminator)).DerivedType;
        var fields = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First().GetParameters();

        form.Parameters.Select(parameter => (parameter.Name, parameter.IsRequired))
            .Should().Equal(fields.Select(field => (JsonNamingPolicy.CamelCase.ConvertName(field.Name!), !field.HasDefaultValue)), $"of {type.Name}");
    });

    [Fact]
    public void Arguments_that_do_not_fit_are_refused_with_everything_else_at_once()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize");
        var wrong = Arguments.Of(Parameter.Text("slots", "No slots."), "tonight").With(Parameter.Number("aboard", "No release."), 7).With(Parameter.Truth("soon", "Not known."), true);
        var facts = traveler.Good("Schedule").Facts with { Calendar = null };

        var decision = ChangeDecider.Decide(traveler.Change, new ActOnChange(ChangeTriggers.Schedule, wrong), facts);

        decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => (refusal.Code, refusal.Explanation)).Should().Equal(
            ("lifecycle.argument.malformed", "The value given for 'slots' cannot be read as what it should be."),
            ("lifecycle.argument.malformed", "The value given for 'aboard' is not a text."),
            ("lifecycle.argument.unknown", "Nothing takes a value for 'soon'."),
            ("change.calendar.missing", "Needed: The change calendar is known, and there is something to ask it about."));
        decision.Refusals.Single(refusal => refusal.Code == "change.slot.missing").WaitsFor.Should().Equal("lifecycle.argument.malformed", "lifecycle.argument.unknown");
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        var traveler = new Traveler("normal").Go("Submit");

        ChangeDecider.Decide(traveler.Change, new ActOnChange(ChangeTriggers.Defer), traveler.Good("Defer").Facts).Refusals
            .Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.ToString()).Should().Equal(
                "lifecycle.argument.missing: No value is given for 'until'. Give a value for 'until'.",
                "lifecycle.argument.missing: No value is given for 'reason'. Give a value for 'reason'.");
    }
}
