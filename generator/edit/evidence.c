#include "edit/evidence.h"

/* Fitted by logistic regression on news sentences with annotated names, rounded; features that are
 * too rare there (padding, compound surnames, brackets that tell a life) were set by hand. */
static const int base = -415;
static const short of_surname[SURNAME_GRADES] = {0, -120, -55, 20, 135, 260, 60, 250};
static const short of_only[NAME_GRADES] = {0, -60, -60, -30, 40, 185};
static const short of_first[NAME_GRADES] = {0, -85, -85, 45, 130, 50};
static const short of_second[NAME_GRADES] = {0, -65, -110, 40, 145, 170};
static const short of_next[NAME_GRADES] = {0, -35, -35, -115, -175, -280};
static const short of_list[LIST_GRADES] = {-30, 0, 300, 300, 430, 520};
static const short of_frame[NAME_FRAMES] = {-25, 195, 110};
static const short of_foreign[NAME_FOREIGN] = {-15, -170, -155, -185};

static const short of_shape[NAME_SHAPES] = {
	[SHAPE_SINGLES_2] = 10,
	[SHAPE_WHOLE_2] = -85,
	[SHAPE_PADDED] = 80,
	[SHAPE_SINGLES_3] = 140,
	[SHAPE_GIVEN_3] = -15,
	[SHAPE_HEAD_3] = -40,
	[SHAPE_WHOLE_3] = -65,
};

static const short of_edges[NAME_EDGES] = {
	[EDGES_BOTH] = 40,
	[EDGES_LEFT] = -110,
	[EDGES_RIGHT] = -150,
	[EDGES_NONE] = -250,
};

static const short of_left[LEFT_CONTEXTS] = {
	[LEFT_OFFICE] = 100,
	[LEFT_WEAK] = -5,
	[LEFT_CREDIT] = 150,
	[LEFT_NAMING] = 150,
	[LEFT_LINK] = 5,
	[LEFT_PLAIN] = 20,
	[LEFT_COUNT] = -60,
	[LEFT_START] = 40,
	[LEFT_STOP] = 40,
	[LEFT_COMMA] = 65,
	[LEFT_LIST] = 45,
	[LEFT_OPENER] = 15,
	[LEFT_CLOSER] = 60,
	[LEFT_SPACE] = 40,
	[LEFT_LATIN] = -105,
	[LEFT_SINGLE] = -65,
	[LEFT_WORD] = -40,
};

static const short of_right[RIGHT_CONTEXTS] = {
	[RIGHT_SPEECH] = 165,
	[RIGHT_AFTER] = 185,
	[RIGHT_CONDUCT] = 70,
	[RIGHT_PARTICLE] = 35,
	[RIGHT_OFFICE] = 100,
	[RIGHT_LIFE] = 150,
	[RIGHT_THING] = -200,
	[RIGHT_END] = 0,
	[RIGHT_STOP] = 0,
	[RIGHT_COMMA] = -10,
	[RIGHT_LIST] = 55,
	[RIGHT_OPENER] = 40,
	[RIGHT_CLOSER] = 0,
	[RIGHT_SPACE] = 0,
	[RIGHT_LATIN] = -40,
	[RIGHT_SINGLE] = -75,
	[RIGHT_WORD] = -5,
};

static int
score_name(const struct evidence *e)
{
	return base + of_surname[e->surname] + of_only[e->only] + of_first[e->first] +
		of_second[e->second];
}

int
evidence_score(const struct evidence *e)
{
	return score_name(e) + of_next[e->next] + of_shape[e->shape] + of_edges[e->edges] +
		of_left[e->left] + of_right[e->right] + of_frame[e->frame] +
		of_list[e->list] + of_foreign[e->foreign];
}

/* What shape, edges and the usual contexts can add. */
enum { BEST_SURROUNDINGS = 500 };

bool
evidence_hopeful(const struct evidence *e)
{
	return score_name(e) + BEST_SURROUNDINGS > 0;
}
