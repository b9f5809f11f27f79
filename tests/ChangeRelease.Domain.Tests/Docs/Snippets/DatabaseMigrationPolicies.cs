using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Lifecycles.Policy;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

// snippet: prove-facts
public sealed class DatabaseMigrationPolicies
{
    [Fact]
    public void No_database_is_migrated_unless_its_administrator_cleared_it() =>
        Proved(Never(In(Phase.Realization)).Unless(Taken(DatabaseMigration.Clear)));

    [Fact]
    public void Only_the_administrator_clears() =>
        Proved(Refused(DatabaseMigration.Clear).UnlessMet(DatabaseMigration.ByAdministrator));

    [Fact]
    public void Whoever_waits_can_come_to_an_end() =>
        Proved(AlwaysPossible(In(Phase.Ended)));

    private static void Proved(Policy policy)
    {
        var proof = policy.Prove(DatabaseMigration.Model.Lifecycle);
        Assert.True(proof is { Holds: true, IsVacuous: false }, proof.ToString());
    }
}
// end
