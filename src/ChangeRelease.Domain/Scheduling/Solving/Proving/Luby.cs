namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>The series 1, 1, 2, 1, 1, 2, 4, …: lengths of searches between restarts that are never far from the best ones (Luby, Sinclair and Zuckerman 1993).</summary>
internal static class Luby
{
    /// <param name="index">Which of them, from one.</param>
    public static int At(int index)
    {
        while (true)
        {
            var power = 1;
            while (power - 1 < index)
            {
                power *= 2;
            }

            if (power - 1 == index)
            {
                return power / 2;
            }

            index -= (power / 2) - 1;
        }
    }
}
