using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Foundation;

public sealed class AppliedCommandsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(200)]
    public void Every_command_is_known_with_what_it_said_however_many_there_are(int count)
    {
        var applied = Enumerable.Range(0, count).Aggregate(AppliedCommands.None, (so, number) => so.With(Command(number), Said(number)));

        Enumerable.Range(0, count).Should().AllSatisfy(number => applied.ContentOf(Command(number)).Should().Be(Said(number)));
        applied.ContentOf(Command(count)).Should().BeNull();
        applied.Count.Should().Be(count);
    }

    [Fact]
    public void Of_a_command_that_came_twice_the_later_content_stands()
    {
        var applied = AppliedCommands.None.With(Command(1), Said(1)).With(Command(2), Said(2)).With(Command(1), Said(3));

        applied.ContentOf(Command(1)).Should().Be(Said(3));
        applied.Count.Should().Be(2);
        applied.ContentOf(Command(1)).Should().Be(Said(3));
    }

    // Sums are kept, asked and gone on from in any order: none may change another, and all must say what a dictionary of each its own says.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_was_asked_before_and_what_others_went_on_to_changes_nothing(int seed)
    {
        var chance = new Random(seed);
        List<(AppliedCommands Applied, Dictionary<CommandId, Digest> Due)> all = [(AppliedCommands.None, [])];
        var longest = 0;
        for (var step = 0; step < 600; step++)
        {
            var from = chance.Next(4) > 0 ? longest : chance.Next(all.Count);
            var ((applied, due), command, said) = (all[from], Command(chance.Next(120)), Said(chance.Next(5)));
            switch (chance.Next(6))
            {
                case 0:
                    applied.Count.Should().Be(due.Count);
                    break;
                case 1:
                    applied.ContentOf(command).Should().Be(due.GetValueOrDefault(command));
                    break;
                default:
                    all.Add((applied.With(command, said), new(due) { [command] = said }));
                    longest = from == longest ? all.Count - 1 : longest;
                    break;
            }
        }

        all.SelectMany(one => Enumerable.Range(0, 120).Select(Command).Where(command => one.Applied.ContentOf(command) != one.Due.GetValueOrDefault(command))).Should().BeEmpty();
        all.Max(one => one.Due.Count).Should().BeGreaterThan(50);
    }

    [Fact]
    public void What_is_added_in_place_reaches_none_who_went_on_before()
    {
        var own = AppliedCommands.Begin();
        own.Add(Command(1), Said(1));
        own.Count.Should().Be(1);
        var branch = own.With(Command(2), Said(2));

        own.Add(Command(3), Said(3));
        own.Add(Command(1), Said(4));

        Enumerable.Range(1, 3).Select(number => branch.ContentOf(Command(number))).Should().Equal(Said(1), Said(2), null);
        Enumerable.Range(1, 3).Select(number => own.ContentOf(Command(number))).Should().Equal(Said(4), null, Said(3));
        (own.Count, branch.Count, AppliedCommands.None.Count).Should().Be((2, 2, 0));
    }

    [Fact]
    public async Task Many_who_go_on_from_the_same_at_once_have_each_their_own()
    {
        var common = Enumerable.Range(0, 5).Aggregate(AppliedCommands.None, (so, number) => so.With(Command(number), Said(number)));
        for (var round = 0; round < 500; round++)
        {
            var from = common = common.With(Command(round % 50), Said(round));
            var each = await Task.WhenAll(Enumerable.Range(100, 4).Select(own => Task.Run(() => from.With(Command(own), Said(own)).With(Command(round), Said(own)))));

            each.Select((applied, at) => (applied.ContentOf(Command(100 + at)), applied.ContentOf(Command(round)))).Should().Equal(Enumerable.Range(100, 4).Select(own => ((Digest?)Said(own), (Digest?)Said(own))));
        }
    }

    [Fact]
    public void The_same_commands_are_equal_in_whatever_order_they_came_and_whoever_was_asked()
    {
        var (one, other) = (AppliedCommands.None.With(Command(1), Said(1)).With(Command(2), Said(2)), AppliedCommands.None.With(Command(2), Said(2)).With(Command(1), Said(1)));

        one.Count.Should().Be(2);

        one.Should().Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
        one.Should().NotBe(other.With(Command(1), Said(2)));
        one.Should().NotBe(AppliedCommands.None.With(Command(1), Said(1)));
    }

    private static CommandId Command(int number) => new(FormattableString.Invariant($"cmd-{number}"));

    private static Digest Said(int number) => Digest.Of(BitConverter.GetBytes(number));
}
