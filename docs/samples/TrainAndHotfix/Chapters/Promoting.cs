using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace TrainAndHotfix.Chapters;

/// <summary>The same package goes through test and staging; nothing is skipped, built anew, or hurried.</summary>
internal static class Promoting
{
    public static async Task TellAsync(Teller teller)
    {
        teller.Begin("Wednesday and Thursday: promoted, not built anew");
        teller.At(-3, 10, 10);
        await teller.NoAsync("brings the checkout straight to staging", Cargo.Promoted(Cargo.Shop41, Shop.Staging));
        await teller.NoAsync("brings a build of his own machine to test", Act.On(Cargo.Shop41, People.Otto, new PromoteRelease(Shop.Test, Cargo.DigestOf("checkout 2.4.0, again"))));
        await teller.YesAsync("brings the checkout to test", Cargo.Promoted(Cargo.Shop41, Shop.Test));

        teller.At(-3, 10, 20);
        await teller.NoAsync("brings the search to test meanwhile", Cargo.Promoted(Cargo.Search42, Shop.Test));

        teller.At(-3, 10, 40);
        await teller.YesAsync("show that the checkout works in test", Cargo.Shown(Cargo.Shop41, Shop.Test, "integration", teller.Desks.Now));
        await teller.YesAsync("brings the search to test, which is free again", Cargo.Promoted(Cargo.Search42, Shop.Test));
        await teller.YesAsync("brings the checkout to staging", Cargo.Promoted(Cargo.Shop41, Shop.Staging));

        teller.At(-3, 11, 15);
        await teller.YesAsync("show that the checkout bears the load", Cargo.Shown(Cargo.Shop41, Shop.Staging, "load", teller.Desks.Now));
        await teller.YesAsync("show that the search works in test", Cargo.Shown(Cargo.Search42, Shop.Test, "integration", teller.Desks.Now));
        await teller.YesAsync("brings the search to staging", Cargo.Promoted(Cargo.Search42, Shop.Staging));

        teller.At(-3, 11, 45);
        await teller.YesAsync("show that the search bears the load", Cargo.Shown(Cargo.Search42, Shop.Staging, "load", teller.Desks.Now));
        await teller.NoAsync("calls the checkout tested before the night is over", Act.On(Cargo.Shop41, People.Ada, release => new PassTests(release.Digest, "every gate")));

        teller.At(-2, 9);
        await teller.YesAsync("call the checkout tested, vote, and let it go", Cargo.LetGo(Cargo.Shop41, People.Ada, People.Eva));
        await DeploymentsAsync(teller, Cargo.Shop41);
        await teller.YesAsync("call the search tested, vote, and let it go", Cargo.LetGo(Cargo.Search42, People.Ben, People.Finn));
        await DeploymentsAsync(teller, Cargo.Search42);
    }

    private static async Task DeploymentsAsync(Teller teller, ReleaseId id)
    {
        var release = (await teller.Desks.Releases.FindAsync(id))!;
        teller.See(release.Deployments.Select(deployment => $"{deployment}: {deployment.Outcome}"));
    }
}
