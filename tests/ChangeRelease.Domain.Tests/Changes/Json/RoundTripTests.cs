using System.Reflection;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Changes;

namespace ChangeRelease.Domain.Tests.Changes.Json;

/// <summary>Every type of event and command reads back as it was written, byte for byte (S-73).</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Every_type_of_event_reads_back_as_it_was_written()
    {
        Specimens.Events.Select(happened => happened.GetType()).Distinct().Should().BeEquivalentTo(Family(typeof(ChangeEvent)));
        Specimens.Events.Should().AllSatisfy(happened =>
        {
            var bytes = ChangeJson.Write(happened);
            ChangeJson.ReadEvent(bytes).Should().Be(happened);
            ChangeJson.Write(ChangeJson.ReadEvent(bytes)).Should().Equal(bytes);
        });
    }

    [Fact]
    public void Every_type_of_command_reads_back_as_it_was_written()
    {
        Specimens.Commands.Select(command => command.GetType()).Distinct().Should().BeEquivalentTo(Family(typeof(ChangeCommand)));
        Specimens.Commands.Should().AllSatisfy(command =>
        {
            var bytes = ChangeJson.Write(command);
            ChangeJson.ReadCommand(bytes).Should().Be(command);
            ChangeJson.Write(ChangeJson.ReadCommand(bytes)).Should().Equal(bytes);
        });
    }

    [Theory]
    [InlineData(typeof(ChangeEvent))]
    [InlineData(typeof(ChangeCommand))]
    public void A_family_lists_all_of_its_members_each_under_a_name_of_its_own(Type family)
    {
        var names = family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.TypeDiscriminator).ToList();

        names.Should().OnlyHaveUniqueItems().And.HaveCount(Family(family).Count());
        family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType).Should().BeEquivalentTo(Family(family));
    }

    [Fact]
    public void Texts_are_checked_where_they_come_in_so_that_what_is_stored_is_what_was_meant()
    {
        FluentActions.Invoking(() => new AnnotateChange("half \ud800")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new AssessChange(Grade.Low, Grade.Low, "\udc00", [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ChangeContent { Tags = ["\ud800"] }).Should().Throw<ArgumentException>();
        new RecordChangeTask("Cafe\u0301", "e\u0301").Should().Be(new RecordChangeTask("Caf\u00e9", "\u00e9"));
    }

    private static IEnumerable<Type> Family(Type family) => family.Assembly.GetTypes().Where(type => type.BaseType == family);
}
