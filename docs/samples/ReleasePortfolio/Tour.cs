using ChangeRelease.Domain.Scheduling;

namespace ReleasePortfolio;

/// <summary>Goes through the chapters: the plan, what is left out, why, the pictures, and a what-if.</summary>
internal static class Tour
{
    /// <summary>Runs every chapter.</summary>
    /// <param name="to">Where it is told.</param>
    /// <param name="folder">Where the pictures are written; made if it is not there.</param>
    /// <returns>The exit code: zero.</returns>
    public static int Run(TextWriter to, string folder)
    {
        var portfolio = new Portfolio(VersionFile.Read());
        var plan = Planner.Plan(portfolio.ToProblem());

        Title(to, "1. The plan, as of 2026-04-01");
        PlanTable.Write(to, portfolio, plan);
        Title(to, "2. What is left out, and why");
        Reasons.WriteLeftovers(to, plan);
        Title(to, "3. Why not earlier?");
        Reasons.WriteWhyNotEarlier(to, plan);
        Title(to, "4. What if an audit closes everything for two weeks in May?");
        WhatIf.Write(to, plan);
        Title(to, "5. Pictures");
        Pictures.Write(to, plan, folder);
        return 0;
    }

    private static void Title(TextWriter to, string title) => to.WriteLine($"\n== {title}\n");
}
